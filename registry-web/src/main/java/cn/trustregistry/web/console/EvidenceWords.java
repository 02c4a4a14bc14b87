package cn.trustregistry.web.console;

import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of a piece of evidence in words; what has no word keeps its name. */
@RequestScoped
public class EvidenceWords {
  /** A fact in words. */
  public record Line(String name, String value, boolean code) {}

  @Inject Texts texts;
  @Inject Words words;

  List<Line> lines(Map<String, String> facts) {
    return facts.entrySet().stream()
        .filter(fact -> !fact.getValue().isEmpty())
        .map(fact -> line(fact.getKey(), fact.getValue()))
        .toList();
  }

  private Line line(String name, String value) {
    return new Line(
        words.orElse("fact." + name, name), value(value), value.matches("[0-9a-f]{16,}"));
  }

  /** Facts as a sentence has them: names of kinds and reasons in words, all else as it is. */
  Map<String, String> inSentence(Map<String, String> facts) {
    Map<String, String> worded = new HashMap<>();
    facts.forEach((name, value) -> worded.put(name, name(value)));
    return worded;
  }

  /** A value in words; a moment as it is in China. */
  String value(String value) {
    if (value.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
      try {
        return texts.time(Instant.parse(value));
      } catch (DateTimeParseException noMoment) {
        return value;
      }
    }
    return name(value);
  }

  private String name(String value) {
    return value.matches("[A-Z][A-Z_]+") ? words.orElse("value." + value, value) : value;
  }
}
