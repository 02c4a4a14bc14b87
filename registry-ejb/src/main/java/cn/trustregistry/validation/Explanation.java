package cn.trustregistry.validation;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the checks behind it: those that passed as well as those that did not, each with
 * what it rests on. Every reason of the answer is in exactly one of them.
 */
public record Explanation(Answer answer, List<Group> groups) {
  /** What came of a check. */
  public enum State {
    PASSED,
    /** It proves that the certificate must not be relied on. */
    FAILED,
    /** The evidence at hand proves neither. */
    OPEN,
    /** It could not be run to its end, for want of what another check did not find. */
    NOT_RUN
  }

  /**
   * @param name of an {@link ExplainedCheck}
   * @param about subject of the certificate it is about; null for the whole path or the question
   * @param facts what it rests on where it passed; the reasons have their own
   */
  public record Check(
      ExplainedCheck name,
      State state,
      @Nullable String about,
      Map<String, String> facts,
      List<Reason> reasons) {}

  /** Checks that belong together. */
  public record Group(ExplainedCheck.Family family, State state, List<Check> checks) {}

  public static Explanation of(Answer answer) {
    return new Explanation(answer, new ExplanationReading(answer).groups());
  }

  static State state(List<Reason> reasons, boolean ran) {
    if (reasons.isEmpty()) {
      return ran ? State.PASSED : State.NOT_RUN;
    }
    return reasons.stream().anyMatch(r -> r.effect() == Verdict.INVALID)
        ? State.FAILED
        : State.OPEN;
  }

  static State worst(List<Check> checks) {
    for (State state : List.of(State.FAILED, State.OPEN, State.NOT_RUN)) {
      if (checks.stream().anyMatch(check -> check.state() == state)) {
        return state;
      }
    }
    return State.PASSED;
  }
}
