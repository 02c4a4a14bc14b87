package cn.trustregistry.validation;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.ReasonTexts;
import java.util.List;
import java.util.Locale;

/** Every reason a verdict can have, in words. */
public final class ReasonWords {
  private static final List<String> BUNDLES =
      List.of("cn.trustregistry.recognition.reasons", "cn.trustregistry.validation.reasons");
  private static final ReasonTexts CHINESE = ReasonTexts.in(Locale.CHINESE, BUNDLES);
  private static final ReasonTexts ENGLISH = ReasonTexts.in(Locale.ENGLISH, BUNDLES);

  private ReasonWords() {}

  public static String chinese(Reason reason) {
    return CHINESE.text(reason);
  }

  public static String english(Reason reason) {
    return ENGLISH.text(reason);
  }

  public static String chinese(Advice advice) {
    return CHINESE.text(advice.code().name(), advice.evidence());
  }

  public static String english(Advice advice) {
    return ENGLISH.text(advice.code().name(), advice.evidence());
  }
}
