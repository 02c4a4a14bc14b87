package cn.trustregistry.approval;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a change changes.
 *
 * @param what key of the pages' texts
 * @param before null if there was nothing
 * @param after null if there will be nothing
 */
public record Difference(String what, @Nullable String before, @Nullable String after) {
  public static Difference added(String what, String after) {
    return new Difference(what, null, after);
  }

  public static Difference of(String what, @Nullable Object before, @Nullable Object after) {
    return new Difference(what, text(before), text(after));
  }

  public boolean changes() {
    return !Objects.equals(before, after);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
