package cn.trustregistry.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Words, times and amounts in the reader's language; times are those of Asia/Shanghai. */
@RequestScoped
public class Texts {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SHANGHAI);

  @Inject Language language;

  public String text(String key, Object... details) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "cn.trustregistry.web.pages.texts",
            language.getLocale(),
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), language.getLocale()).format(details);
  }

  public String time(@Nullable Instant instant) {
    return instant == null ? "–" : TIME.format(instant);
  }

  /**
   * A moment as a field for date and time has it, in Shanghai.
   *
   * @throws java.time.DateTimeException if it is none
   */
  public static Instant moment(String typed) {
    return LocalDateTime.parse(typed.strip()).atZone(SHANGHAI).toInstant();
  }

  /** What such a field shows of a moment. */
  public static String typed(Instant moment) {
    return LocalDateTime.ofInstant(moment, SHANGHAI).toString();
  }

  /** Of two texts the one in the reader's language. */
  String pick(String chinese, String english) {
    return language.pick(chinese, english);
  }

  /** An amount of fen in words: yuan, or that it is free. */
  String amount(long fen) {
    return fen == 0 ? text("free") : "¥" + yuan(fen);
  }

  /** An amount of fen in yuan, with no more decimals than it has. */
  public static String yuan(long fen) {
    return fen % 100 == 0 ? Long.toString(fen / 100) : "%d.%02d".formatted(fen / 100, fen % 100);
  }
}
