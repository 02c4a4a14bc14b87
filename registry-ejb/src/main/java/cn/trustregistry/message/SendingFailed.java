package cn.trustregistry.message;

/** A text was not sent; its message names neither recipient nor text. */
final class SendingFailed extends Exception {
  private static final long serialVersionUID = 1L;

  SendingFailed(String why) {
    super(why);
  }
}
