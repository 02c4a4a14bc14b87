package cn.trustregistry.web.rules;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.rulemaking.RuleField;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules in the reader's language, with the names of what they speak of. */
@Named("ruleWords")
@RequestScoped
public class RuleWords {
  private static final Set<RuleField> APART =
      EnumSet.of(
          RuleField.EFFECT,
          RuleField.VALID_FROM,
          RuleField.VALID_TO,
          RuleField.NOTE_ZH,
          RuleField.NOTE_EN);

  /** One condition, or one thing that was changed; {@code before} is empty for a condition. */
  public record Line(String what, String before, String after) {}

  @Inject Centres centres;
  @Inject TrustState trust;
  @Inject Texts texts;
  @Inject Words words;

  private final Map<String, String> names = new HashMap<>();

  /** When the rule counts, whom and what for. */
  public List<Line> conditions(RecognitionRule rule) {
    List<Line> lines = new ArrayList<>();
    for (RuleField field : RuleField.values()) {
      if (!APART.contains(field) && field.of(rule).isPresent()) {
        lines.add(new Line(what(field), "", value(field, rule)));
      }
    }
    return lines;
  }

  /** From when to when the rule counts. */
  public String window(RecognitionRule rule) {
    if (rule.validFrom() == null && rule.validTo() == null) {
      return words.text("rules.always");
    }
    if (rule.validTo() == null) {
      return words.text("rules.since", texts.time(rule.validFrom()));
    }
    return rule.validFrom() == null
        ? words.text("rules.until", texts.time(rule.validTo()))
        : texts.time(rule.validFrom()) + " – " + texts.time(rule.validTo());
  }

  public String note(RecognitionRule rule) {
    return words.pick(rule.noteZh(), rule.noteEn());
  }

  Line changed(RuleField field, RecognitionRule before, RecognitionRule after) {
    return new Line(what(field), value(field, before), value(field, after));
  }

  private String what(RuleField field) {
    return words.text("change.rule." + field.key());
  }

  private String value(RuleField field, RecognitionRule rule) {
    return field.of(rule).map(this::shown).orElseGet(() -> words.text("rules.any"));
  }

  private String shown(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(this::shown).sorted().collect(Collectors.joining("、"));
    }
    if (value instanceof Enum<?> one) {
      return texts.text(one.name());
    }
    if (value instanceof Instant at) {
      return texts.time(at);
    }
    if (value instanceof Boolean) {
      return words.text("rules.yes");
    }
    if (value instanceof Region region) {
      String name = name(region.code());
      return region.withAllInside() ? words.text("rules.withAllInside", name) : name;
    }
    return name(value.toString());
  }

  /** The name of a company, centre or category; its code where there is none. */
  public String name(String code) {
    if (names.isEmpty()) {
      centres.all().forEach(this::learn);
      trust.current().ifPresent(known -> known.companies().forEach(this::learn));
    }
    String known = names.get(code);
    return known == null ? category(code) : known;
  }

  private void learn(TradingCentre centre) {
    names.put(centre.code(), words.pick(centre.nameZh(), centre.nameEn()));
  }

  private void learn(CaCompany company) {
    names.put(company.code(), words.pick(company.nameZh(), company.nameEn()));
  }

  private String category(String code) {
    if (code.split(":", -1).length != 3) {
      return code;
    }
    return trust
        .current()
        .flatMap(known -> known.recognition().categories().find(CategoryRef.parse(code)))
        .map(category -> words.pick(category.nameZh(), category.nameEn()))
        .orElse(code);
  }

  /** Names of many, in one line. */
  public String names(Collection<String> codes) {
    return codes.stream().map(this::name).collect(Collectors.joining("、"));
  }

  /** Stages in their order, in one line. */
  public String stages(Collection<String> stages) {
    return Arrays.stream(Stage.values())
        .map(Enum::name)
        .filter(stages::contains)
        .map(texts::text)
        .collect(Collectors.joining("、"));
  }
}
