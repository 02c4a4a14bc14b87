package cn.trustregistry.project;

/** A report was not taken; nothing was stored. */
public final class ProjectRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong; stable, part of the SOAP faults. */
  public enum Kind {
    MALFORMED_PROJECT,
    UNKNOWN_PROJECT,
    UNKNOWN_CATEGORY,
    /** The first report of a project tells its category and the day it was listed. */
    PROJECT_FACT_MISSING,
    /** What was reported before stands; a correction with its reason can change it. */
    PROJECT_FACT_FIXED,
    /** Listed before sealed before opened before ended. */
    PROJECT_FACTS_OUT_OF_ORDER,
    TIME_OUT_OF_RANGE
  }

  private final Kind kind;
  private final String field;

  ProjectRefused(Kind kind, String field, String detail) {
    super(detail);
    this.kind = kind;
    this.field = field;
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the report that is at fault. */
  public String field() {
    return field;
  }
}
