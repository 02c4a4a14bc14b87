package cn.trustregistry.web.console;

import cn.trustregistry.pricing.TariffChange;
import cn.trustregistry.pricing.TariffItem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one line, field by field.
 *
 * @param change ADDED, CHANGED or ENDED
 */
public record PriceChange(String item, String change, List<Field> fields) {
  /** A field that differs; empty text where there is none. */
  public record Field(String name, String before, String after) {
    /** Whether its values are codes that the page has words for. */
    public boolean isCoded() {
      return name.equals("holderKind") || name.equals("medium");
    }
  }

  private static final List<String> FIELDS =
      List.of(
          "holderKind",
          "medium",
          "term",
          "certificate",
          "mediumFee",
          "seal",
          "service",
          "monthly",
          "freeMonths",
          "freeUntil",
          "noteZh",
          "noteEn");

  public PriceChange {
    fields = List.copyOf(fields);
  }

  static PriceChange of(TariffChange change) {
    Map<String, String> before = texts(change.before());
    Map<String, String> after = texts(change.after());
    String kind = change.before() == null ? "ADDED" : "CHANGED";
    return new PriceChange(
        change.item(),
        change.after() == null ? "ENDED" : kind,
        FIELDS.stream().flatMap(field -> difference(field, before, after)).toList());
  }

  private static Map<String, String> texts(@Nullable TariffItem item) {
    return item == null ? Map.of() : TariffLine.of(item).getFields();
  }

  private static Stream<Field> difference(
      String field, Map<String, String> before, Map<String, String> after) {
    String was = before.getOrDefault(field, "");
    String is = after.getOrDefault(field, "");
    return was.equals(is) ? Stream.empty() : Stream.of(new Field(field, was, is));
  }
}
