package cn.trustregistry.account;

/** An account was not changed. */
public final class AccountRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; the names are keys of the pages' texts. */
  public enum Why {
    NAME_UNFIT,
    NAME_TAKEN,
    OWNER_UNFIT,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    PASSWORD_WRONG,
    PASSWORD_IS_NAME,
    CODE_WRONG,
    INVITATION_OVER,
    LAST_ADMIN,
    ONESELF,
    CERTIFICATE_UNFIT,
    CERTIFICATE_TAKEN,
    UNKNOWN
  }

  private final Why why;

  AccountRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
