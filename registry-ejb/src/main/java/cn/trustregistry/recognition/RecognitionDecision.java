package cn.trustregistry.recognition;

import java.util.Optional;

/** What a rule book says of the facts, with the version and the rule that decided. */
public sealed interface RecognitionDecision {
  long ruleBookVersion();

  /** The rule that decided; empty where no rule allows. */
  Optional<RecognitionRule> rule();

  /** RECOGNISED, REFUSED or UNDECIDED. */
  String effect();

  record Recognised(long ruleBookVersion, Optional<RecognitionRule> rule)
      implements RecognitionDecision {
    @Override
    public String effect() {
      return "RECOGNISED";
    }
  }

  record Refused(long ruleBookVersion, Optional<RecognitionRule> rule, RecognitionReason reason)
      implements RecognitionDecision {
    @Override
    public String effect() {
      return "REFUSED";
    }
  }

  record Undecided(long ruleBookVersion, Optional<RecognitionRule> rule, RecognitionReason reason)
      implements RecognitionDecision {
    @Override
    public String effect() {
      return "UNDECIDED";
    }
  }
}
