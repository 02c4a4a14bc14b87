package cn.trustregistry.approval;

/** A change was neither approved nor refused; nothing changed. */
public final class ApprovalRefused extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Why; the names are keys of the pages' texts. */
  public enum Why {
    /** It is unknown, or it was decided already. */
    NOT_WAITING("it does not wait for approval"),
    /** What it was made from has changed since, or it has faults by now. */
    NO_LONGER_FITS("it no longer fits what is in force"),
    /** The second approval has to come from somebody else. */
    SAME_PERSON("the second approval must come from another admin");

    private final String text;

    Why(String text) {
      this.text = text;
    }
  }

  private final Why why;

  public ApprovalRefused(Why why) {
    super(why.text);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
