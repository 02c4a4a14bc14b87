package cn.trustregistry.recognition;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

  /** Whether {@code node} is {@code ref} or one of its ancestors. */
  boolean covers(CategoryRef node, CategoryRef ref) {
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
