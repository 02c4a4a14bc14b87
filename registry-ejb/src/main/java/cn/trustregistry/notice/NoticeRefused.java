package cn.trustregistry.notice;

/** Nothing was stored or changed. */
public final class NoticeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; the names are keys of the pages' texts. */
  public enum Why {
    UNKNOWN,
    TEXT_UNFIT,
    NO_DRAFT,
    NOT_PUBLISHED
  }

  private final Why why;

  NoticeRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
