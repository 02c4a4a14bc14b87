package cn.trustregistry.account;

/** Somebody's role does not let them do this, or not to this; nothing changed. */
public final class NotPermitted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPermitted(String who, Permission permission, String what) {
    super(who + " may not " + permission + " " + what);
  }
}
