package cn.trustregistry.web.rest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads parameters, naming the one that is wrong. */
final class Parameters {
  private Parameters() {}

  static <E extends Enum<E>> E oneOf(Class<E> type, String name, @Nullable String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw Problem.badRequest(
            "invalid-parameter",
            name,
            name + " must be one of " + Arrays.toString(type.getEnumConstants()) + ".")
        .exception();
  }
}
