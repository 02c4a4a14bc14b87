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

  private static final ReasonTexts CHINESE_SCREEN = CHINESE.onScreen();
  private static final ReasonTexts ENGLISH_SCREEN = ENGLISH.onScreen();

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
    return in(chinese ? CHINESE : ENGLISH, code, evidence);
  }

  /**
   * As {@link #in}, for people: moments as a clock in China shows them.
   *
   * @param code of a reason or an advice
   */
  public static String onScreen(boolean chinese, String code, Map<String, String> evidence) {
    return in(chinese ? CHINESE_SCREEN : ENGLISH_SCREEN, code, evidence);
  }

  private static String in(ReasonTexts texts, String code, Map<String, String> evidence) {
    try {
      return texts.text(code, evidence);
    } catch (MissingResourceException noLongerKnown) {
      return code + " " + evidence;
    }
  }
}
