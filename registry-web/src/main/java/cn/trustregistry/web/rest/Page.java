package cn.trustregistry.web.rest;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How listings are cut: so many after a cursor. */
public final class Page {
  private static final int USUAL = 100;
  private static final int MOST = 500;

  private Page() {}

  /** The number a listing goes on after; 0 begins it. */
  public static long after(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    try {
      return Math.max(0, Long.parseLong(cursor));
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
              "invalid-parameter", "after", "Give the nextCursor of the page before.")
          .exception();
    }
  }

  public static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("invalid-parameter", "limit", "limit must be 1 to " + MOST + ".")
          .exception();
    }
    return limit;
  }

  /** The cursor after a page; the same as before if the page is empty, so that one can wait. */
  public static <T> String next(List<T> page, ToLongFunction<T> seq, long after) {
    return Long.toString(page.isEmpty() ? after : seq.applyAsLong(page.get(page.size() - 1)));
  }
}
