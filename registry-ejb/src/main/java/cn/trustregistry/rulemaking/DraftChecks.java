package cn.trustregistry.rulemaking;

import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.rulemaking.DraftFault.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds everything that keeps a draft from being published; pure. */
final class DraftChecks {
  /**
   * What rules may name.
   *
   * @param centres GB/T 2260 codes
   * @param systems client ids of centres
   */
  record World(
      Set<String> tenants,
      Categories categories,
      Set<String> centres,
      Set<String> systems,
      Predicate<String> projects) {}

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MOST_RULES = 500;
  private static final int LONGEST_LIST = 1_000;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_NOTE = 1_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

  private final World world;
  private final List<DraftFault> faults = new ArrayList<>();

  private DraftChecks(World world) {
    this.world = world;
  }

  static List<DraftFault> faults(DraftContent content, World world) {
    DraftChecks checks = new DraftChecks(world);
    checks.check(content);
    return List.copyOf(checks.faults);
  }

  private void check(DraftContent content) {
    List<RecognitionRule> rules = content.rules();
    if (rules.isEmpty()) {
      add(Code.RULES_MISSING, "rules", "");
    }
    if (rules.size() > MOST_RULES) {
      add(Code.RULES_TOO_MANY, "rules", Integer.toString(MOST_RULES));
      return;
    }
    tooLong("note", content.note(), LONGEST_NOTE);
    day("legacyIssuedUntil", content.legacyIssuedUntil());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      String at = "rules[" + i + "]";
      RecognitionRule rule = rules.get(i);
      if (!ID.matcher(rule.id()).matches()) {
        add(Code.RULE_ID_MALFORMED, at + ".id", rule.id());
      }
      if (!ids.add(rule.id())) {
        add(Code.RULE_ID_TWICE, at + ".id", rule.id());
      }
      dates(at, rule);
      names(at, rule);
      overlap(at, rule, rules.subList(0, i));
    }
  }

  private void dates(String at, RecognitionRule rule) {
    day(at + ".listedFrom", rule.listedFrom());
    day(at + ".listedTo", rule.listedTo());
    moment(at + ".validFrom", rule.validFrom());
    moment(at + ".validTo", rule.validTo());
    LocalDate listedFrom = rule.listedFrom();
    LocalDate listedTo = rule.listedTo();
    if (listedFrom != null && listedTo != null && listedTo.isBefore(listedFrom)) {
      add(Code.RULE_DATES_IMPOSSIBLE, at + ".listedTo", listedFrom + " – " + listedTo);
    }
    Instant from = rule.validFrom();
    Instant to = rule.validTo();
    if (from != null && to != null && !from.isBefore(to)) {
      add(Code.RULE_DATES_IMPOSSIBLE, at + ".validTo", from + " – " + to);
    }
  }

  private void day(String field, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      add(Code.RULE_DATES_IMPOSSIBLE, field, day.toString());
    }
  }

  private void moment(String field, @Nullable Instant moment) {
    if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
      add(Code.RULE_DATES_IMPOSSIBLE, field, moment.toString());
    }
  }

  private void names(String at, RecognitionRule rule) {
    unknown(at + ".tenants", Code.RULE_TENANT_UNKNOWN, rule.tenants(), world.tenants()::contains);
    unknown(
        at + ".categories",
        Code.RULE_CATEGORY_UNKNOWN,
        rule.categories().stream().map(CategoryRef::toString).toList(),
        name -> world.categories().find(CategoryRef.parse(name)).isPresent());
    unknown(
        at + ".regions",
        Code.RULE_REGION_UNKNOWN,
        rule.regions().stream().map(Region::toString).toList(),
        this::isRegion);
    unknown(
        at + ".systems",
        Code.RULE_SYSTEM_UNKNOWN,
        rule.limits().systems(),
        world.systems()::contains);
    unknown(
        at + ".projects", Code.RULE_PROJECT_UNKNOWN, rule.limits().projects(), world.projects());
    tooLong(at + ".noteZh", rule.noteZh(), LONGEST_TEXT);
    tooLong(at + ".noteEn", rule.noteEn(), LONGEST_TEXT);
  }

  private void unknown(String field, Code code, Iterable<String> names, Predicate<String> known) {
    for (String name : names) {
      if (!known.test(name)) {
        add(code, field, name);
      }
    }
    tooLong(field, String.join(",", names), LONGEST_LIST);
  }

  /** A region is known if a centre lies in it. */
  private boolean isRegion(String name) {
    Region region = Region.parse(name);
    return world.centres().stream().anyMatch(region::contains);
  }

  private void overlap(String at, RecognitionRule rule, List<RecognitionRule> before) {
    for (RecognitionRule other : before) {
      if (sameConditions(rule, other)
          && meet(rule.validFrom(), rule.validTo(), other.validFrom(), other.validTo())
          && meetDays(rule, other)) {
        add(Code.RULES_OVERLAP, at + ".validFrom", other.id());
      }
    }
  }

  private static boolean sameConditions(RecognitionRule one, RecognitionRule other) {
    return one.tenants().equals(other.tenants())
        && one.holderKinds().equals(other.holderKinds())
        && one.media().equals(other.media())
        && one.profiles().equals(other.profiles())
        && one.categories().equals(other.categories())
        && one.stages().equals(other.stages())
        && one.regions().equals(other.regions())
        && one.limits().equals(other.limits());
  }

  /** Whether two half-open windows meet; null is unbounded. */
  private static boolean meet(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant otherFrom,
      @Nullable Instant otherTo) {
    return (from == null || otherTo == null || from.isBefore(otherTo))
        && (to == null || otherFrom == null || otherFrom.isBefore(to));
  }

  private static boolean meetDays(RecognitionRule one, RecognitionRule other) {
    return reaches(one.listedFrom(), other.listedTo())
        && reaches(other.listedFrom(), one.listedTo());
  }

  private static boolean reaches(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null || !from.isAfter(to);
  }

  private void tooLong(String field, String text, int most) {
    if (text.length() > most) {
      add(Code.RULE_TEXT_TOO_LONG, field, Integer.toString(most));
    }
  }

  private void add(Code code, String field, String value) {
    faults.add(new DraftFault(code, field, Map.of("field", field, "value", value)));
  }
}
