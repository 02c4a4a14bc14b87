package cn.trustregistry.web.console;

import cn.trustregistry.publication.CertificateSearch;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to look certificates up, read as it is stored: a code in capitals, a serial
 * number and a fingerprint in lower-case hexadecimal, however they were copied.
 *
 * @param faults names of the fields that make no sense; with any, nothing is looked for
 */
record CertificateQuestion(CertificateSearch search, Set<String> faults) {
  /** Fields by which one certificate, or those of one holder, are found. */
  static final Set<String> EXACT = Set.of("uscc", "serial", "sha256");

  static CertificateQuestion read(Map<String, String> typed) {
    Set<String> faults = new HashSet<>();
    String uscc = plain(typed, "uscc").toUpperCase(Locale.ROOT);
    String serial = plain(typed, "serial").toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    String sha256 = plain(typed, "sha256").toLowerCase(Locale.ROOT);
    fit(uscc, "[0-9A-Z]{18}", "uscc", faults);
    fit(serial, "[0-9a-f]{1,64}", "serial", faults);
    fit(sha256, "[0-9a-f]{64}", "sha256", faults);
    CertificateSearch search =
        new CertificateSearch(
            orNull(typed.getOrDefault("subject", "").strip()),
            orNull(uscc),
            orNull(serial),
            orNull(sha256),
            oneOf(HolderKind.values(), typed.get("kind")),
            oneOf(Medium.values(), typed.get("medium")),
            null,
            oneOf(CertificateState.values(), typed.get("state")));
    return new CertificateQuestion(search, Set.copyOf(faults));
  }

  /** Whether it names one certificate or one holder. */
  boolean isExact() {
    return search.uscc() != null || search.serial() != null || search.sha256() != null;
  }

  /** Without the spaces and colons that tools put into long numbers. */
  private static String plain(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").replaceAll("[\\s:]", "");
  }

  private static void fit(String value, String shape, String field, Set<String> faults) {
    if (!value.isEmpty() && !value.matches(shape)) {
      faults.add(field);
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static <E extends Enum<E>> @Nullable E oneOf(E[] values, @Nullable String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
  }
}
