package cn.trustregistry.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The category tree: data, so that new categories are recognised the moment they are added. */
public final class Categories {
  /** One node of the tree; {@code parent} is null at the top. */
  public record Category(
      CategoryRef ref, @Nullable CategoryRef parent, String nameZh, String nameEn) {}

  private final Map<CategoryRef, Category> byRef;

  public Categories(Collection<Category> categories) {
    Map<CategoryRef, Category> map = new HashMap<>();
    categories.forEach(category -> map.put(category.ref(), category));
    this.byRef = Map.copyOf(map);
  }

  public Optional<Category> find(CategoryRef ref) {
    return Optional.ofNullable(byRef.get(ref));
  }

  public Collection<Category> all() {
    return byRef.values();
  }

  /** Every category before what lies below it, siblings by code. */
  public List<Category> inTreeOrder() {
    List<Category> ordered = new ArrayList<>();
    addBelow(null, ordered);
    return ordered;
  }

  private void addBelow(@Nullable CategoryRef parent, List<Category> ordered) {
    byRef.values().stream()
        .filter(category -> Objects.equals(category.parent(), parent))
        .sorted(Comparator.comparing(category -> category.ref().toString()))
        .forEach(
            category -> {
              ordered.add(category);
              addBelow(category.ref(), ordered);
            });
  }

  /** How many categories it lies below. */
  public int depth(Category category) {
    int depth = 0;
    @Nullable CategoryRef above = category.parent();
    while (above != null) {
      depth++;
      Category node = byRef.get(above);
      above = node == null ? null : node.parent();
    }
    return depth;
  }

  /** Whether {@code node} is {@code ref} or one of its ancestors. */
  public boolean covers(CategoryRef node, CategoryRef ref) {
    @Nullable CategoryRef current = ref;
    for (int depth = 0; current != null && depth < 32; depth++) {
      if (current.equals(node)) {
        return true;
      }
      Category category = byRef.get(current);
      current = category == null ? null : category.parent();
    }
    return false;
  }
}
