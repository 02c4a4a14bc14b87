package cn.trustregistry.recognition;

import java.util.Optional;

/** What a rule book says of the facts, with the version and the rule that decided. */
public sealed interface RecognitionDecision {
  long ruleBookVersion();

  record Recognised(long ruleBookVersion, RecognitionRule rule) implements RecognitionDecision {}

  /** The rule is empty where no rule allows. */
  record Refused(long ruleBookVersion, Optional<RecognitionRule> rule, RecognitionReason reason)
      implements RecognitionDecision {}

  record Undecided(long ruleBookVersion, RecognitionRule rule, RecognitionReason reason)
      implements RecognitionDecision {}
}
