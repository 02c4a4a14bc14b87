package cn.trustregistry.pki.gm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code, 统一社会信用代码 (GB 32100-2015): 18 characters of which the last is a
 * check character. The text is always in capitals.
 */
public record UnifiedSocialCreditCode(String text) {
  private static final int LENGTH = 18;

  /**
   * GB 32100 table 2: the characters in the order of their values; I, O, S, V and Z are left out.
   */
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int MODULUS = CHARACTERS.length();

  /**
   * @throws IllegalArgumentException if it is not 18 characters of the alphabet in capitals, the
   *     last being right
   */
  public UnifiedSocialCreditCode {
    if (!hasForm(text) || text.charAt(LENGTH - 1) != checkCharacter(text)) {
      throw new IllegalArgumentException("not a unified social credit code: " + text);
    }
  }

  /**
   * Reads a code in capitals or small letters; null if it is none or its check character is wrong.
   */
  public static @Nullable UnifiedSocialCreditCode parse(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    return hasForm(capitals) && capitals.charAt(LENGTH - 1) == checkCharacter(capitals)
        ? new UnifiedSocialCreditCode(capitals)
        : null;
  }

  /** Whether it looks like a code, whatever its check character. */
  static boolean hasForm(String capitals) {
    if (capitals.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (CHARACTERS.indexOf(capitals.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * GB 32100 clause 4.3: modulus 31 over the first 17 characters, weighted with the powers of 3.
   */
  private static char checkCharacter(String capitals) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += weight * CHARACTERS.indexOf(capitals.charAt(i));
      weight = weight * 3 % MODULUS;
    }
    return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }

  @Override
  public String toString() {
    return text;
  }
}
