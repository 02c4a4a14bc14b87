package cn.trustregistry.rulemaking;

import java.util.List;

/** A step was not taken; the draft is as it was. */
public final class DraftRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; stable names. */
  public enum Kind {
    DRAFT_UNKNOWN,
    /** Somebody else edited it since. */
    DRAFT_EDITED_MEANWHILE,
    /** It is not in the state that the step needs. */
    DRAFT_STATE,
    /** It has faults. */
    DRAFT_FAULTY,
    /** Another rule book was published since it was made. */
    DRAFT_STALE,
    /** Who submitted it cannot be the second person. */
    SAME_PERSON
  }

  private final Kind kind;
  private final transient List<DraftFault> faults;

  DraftRefused(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
    this.faults = List.of();
  }

  DraftRefused(List<DraftFault> faults) {
    super(
        String.join(
            " ", faults.stream().map(f -> f.field() + ": " + f.english()).limit(20).toList()));
    this.kind = Kind.DRAFT_FAULTY;
    this.faults = List.copyOf(faults);
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong with it, if that is the reason. */
  public List<DraftFault> faults() {
    return faults;
  }
}
