package cn.trustregistry.recognition;

import cn.trustregistry.recognition.RecognitionRule.Effect;
import java.util.Set;

/** Rules for tests of other rooms. */
public final class TestRules {
  private TestRules() {}

  /** A rule without any limit: it applies to every question at every moment. */
  public static RecognitionRule unlimited(String id, Effect effect) {
    return new RecognitionRule(
        id, effect, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null,
        null, null, null, "", "");
  }
}
