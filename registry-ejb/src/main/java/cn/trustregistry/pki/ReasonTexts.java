package cn.trustregistry.pki;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says reasons in the words of a language: Chinese or, for every other language, English. */
public final class ReasonTexts {
  private static final String BUNDLE = "cn.trustregistry.pki.reasons";
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  private final ResourceBundle bundle;

  private ReasonTexts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  public static ReasonTexts in(Locale locale) {
    return new ReasonTexts(
        ResourceBundle.getBundle(
            BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
  }

  /**
   * The reason as a sentence, with its evidence filled in.
   *
   * @throws java.util.MissingResourceException if the reason belongs to no family of this room's
   */
  public String text(Reason reason) {
    Map<String, String> evidence = reason.evidence();
    return PLACE
        .matcher(bundle.getString(reason.code()))
        .replaceAll(place -> Matcher.quoteReplacement(evidence.getOrDefault(place.group(1), "-")));
  }
}
