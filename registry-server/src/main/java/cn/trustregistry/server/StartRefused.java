package cn.trustregistry.server;

/** A start that cannot go on. The message is the one line that the operator reads. */
public final class StartRefused extends Exception {

  private static final long serialVersionUID = 1L;

  StartRefused(String line) {
    super(line);
  }

  StartRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
