package cn.trustregistry.validation;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.ReasonTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

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

  /**
   * The words for a reason that was recorded; its code and facts where none are known any more.
   *
   * @param chinese or else English
   */
  public static String in(boolean chinese, String code, Map<String, String> evidence) {
    try {
      return (chinese ? CHINESE : ENGLISH).text(code, evidence);
    } catch (MissingResourceException noLongerKnown) {
      return code + " " + evidence;
    }
  }
}
