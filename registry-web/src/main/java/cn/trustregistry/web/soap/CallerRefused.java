package cn.trustregistry.web.soap;

/** Nobody who may call; the code is that of the fault. */
final class CallerRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean challenged;

  /**
   * @param challenged whether HTTP credentials are asked for, which only HTTP status 401 does
   */
  CallerRefused(String code, boolean challenged) {
    super(code);
    this.code = code;
    this.challenged = challenged;
  }

  String code() {
    return code;
  }

  boolean isChallenged() {
    return challenged;
  }
}
