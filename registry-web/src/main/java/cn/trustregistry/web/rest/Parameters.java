package cn.trustregistry.web.rest;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters, naming the one that is wrong. */
public final class Parameters {
  private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{1,40}");

  private Parameters() {}

  public static <E extends Enum<E>> E oneOf(Class<E> type, String name, @Nullable String value) {
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

  /** As {@link #oneOf}, or null if there is none. */
  static <E extends Enum<E>> @Nullable E oneOfOrNone(
      Class<E> type, String name, @Nullable String value) {
    return value == null ? null : oneOf(type, name, value);
  }

  static boolean truth(String name, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw Problem.badRequest("invalid-parameter", name, name + " must be true or false.")
          .exception();
    }
    return value.equals("true");
  }

  /** A whole number in a range. */
  static long number(String name, String value, long from, long to) {
    try {
      long number = Long.parseLong(value);
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw Problem.badRequest(
            "invalid-parameter", name, name + " must be a number from " + from + " to " + to + ".")
        .exception();
  }

  public static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Problem.badRequest("invalid-parameter", name, name + " is missing.").exception();
    }
    return value;
  }

  /** A positive hexadecimal number. */
  public static BigInteger serial(String name, @Nullable String value) {
    String text = required(name, value);
    if (!SERIAL.matcher(text).matches()) {
      throw Problem.badRequest(
              "invalid-parameter", name, name + " must be 1 to 40 hexadecimal digits.")
          .exception();
    }
    return new BigInteger(text, 16);
  }

  /** An RFC 3339 time, or null if there is none. */
  public static @Nullable Instant time(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(
              "invalid-parameter", name, name + " must be an RFC 3339 time with its offset.")
          .exception();
    }
  }
}
