package cn.trustregistry.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one item when a tariff takes the place of another.
 *
 * @param before the item as it was, or null if it is new
 * @param after the item as it will be, or null if it ends
 */
public record TariffChange(String item, @Nullable TariffItem before, @Nullable TariffItem after) {
  /** Every item that is not the same in both, in the order of their ids. */
  public static List<TariffChange> between(List<TariffItem> before, List<TariffItem> after) {
    Map<String, TariffItem> old = byId(before);
    Map<String, TariffItem> now = byId(after);
    TreeSet<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    List<TariffChange> changes = new ArrayList<>();
    for (String id : ids) {
      TariffItem was = old.get(id);
      TariffItem is = now.get(id);
      if (was == null || !was.equals(is)) {
        changes.add(new TariffChange(id, was, is));
      }
    }
    return changes;
  }

  private static Map<String, TariffItem> byId(List<TariffItem> items) {
    return items.stream().collect(Collectors.toMap(TariffItem::id, Function.identity()));
  }
}
