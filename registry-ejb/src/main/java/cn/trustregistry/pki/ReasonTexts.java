package cn.trustregistry.pki;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says reasons in the words of a language: Chinese or, for every other language, English. */
public final class ReasonTexts {
  private static final String BUNDLE = "cn.trustregistry.pki.reasons";
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

  /** A fact that is a moment, or one moment to another, and nothing else. */
  private static final Pattern SPAN = Pattern.compile(MOMENT + "( – " + MOMENT + ")?");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final List<ResourceBundle> bundles;
  private final boolean screen;

  private ReasonTexts(List<ResourceBundle> bundles, boolean screen) {
    this.bundles = bundles;
    this.screen = screen;
  }

  /** The words for this room's reasons. */
  public static ReasonTexts in(Locale locale) {
    return in(locale, List.of());
  }

  /**
   * The words for this room's reasons and for those of other rooms.
   *
   * @param others names of their resource bundles
   */
  public static ReasonTexts in(Locale locale, List<String> others) {
    Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    List<ResourceBundle> bundles = new ArrayList<>();
    bundles.add(ResourceBundle.getBundle(BUNDLE, locale, control));
    for (String other : others) {
      bundles.add(ResourceBundle.getBundle(other, locale, control));
    }
    return new ReasonTexts(List.copyOf(bundles), false);
  }

  /**
   * The same words for people: moments as a clock in China shows them, not as machines read them.
   */
  public ReasonTexts onScreen() {
    return new ReasonTexts(bundles, true);
  }

  /**
   * The reason as a sentence, with its evidence filled in.
   *
   * @throws MissingResourceException if the reason belongs to no family whose words are here
   */
  public String text(Reason reason) {
    return text(reason.code(), reason.evidence());
  }

  /**
   * As {@link #text(Reason)}, for a code that is no reason, such as that of a warning.
   *
   * @throws MissingResourceException if the code belongs to no family whose words are here
   */
  public String text(String code, Map<String, String> evidence) {
    return PLACE
        .matcher(pattern(code))
        .replaceAll(
            place -> Matcher.quoteReplacement(shown(evidence.getOrDefault(place.group(1), "-"))));
  }

  private String shown(String fact) {
    if (!screen || !SPAN.matcher(fact).matches()) {
      return fact;
    }
    boolean chinese = bundles.get(0).getLocale().getLanguage().equals("zh");
    return MOMENT.matcher(fact).replaceAll(moment -> CLOCK.format(Instant.parse(moment.group())))
        + (chinese ? " 北京时间" : " China Standard Time");
  }

  private String pattern(String code) {
    for (ResourceBundle bundle : bundles) {
      if (bundle.containsKey(code)) {
        return bundle.getString(code);
      }
    }
    throw new MissingResourceException("no words for " + code, BUNDLE, code);
  }
}
