package cn.trustregistry.web.console;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people type them: yuan with up to two decimals, kept in whole fen. */
final class Yuan {
  /** The largest amount that a tariff takes, in fen. */
  static final long MOST_FEN = 100_000_000_00L;

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,2}))?");

  private Yuan() {}

  /** The amount in fen; empty if the text is no amount or too large a one. */
  static OptionalLong fen(String typed) {
    Matcher amount = AMOUNT.matcher(typed.strip());
    if (!amount.matches()) {
      return OptionalLong.empty();
    }
    String decimals = amount.group(2) == null ? "" : amount.group(2);
    long fen =
        Long.parseLong(amount.group(1)) * 100 + Long.parseLong((decimals + "00").substring(0, 2));
    return fen > MOST_FEN ? OptionalLong.empty() : OptionalLong.of(fen);
  }
}
