package cn.trustregistry.publication;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are looked for; null is any.
 *
 * @param subject a part of the subject's name
 * @param serial lower-case hexadecimal
 * @param validAt a moment in the period of validity
 */
public record CertificateSearch(
    @Nullable String subject,
    @Nullable String uscc,
    @Nullable String serial,
    @Nullable String sha256,
    @Nullable HolderKind holderKind,
    @Nullable Medium medium,
    @Nullable Instant validAt,
    @Nullable CertificateState state) {
  /** Everything. */
  public static final CertificateSearch ALL =
      new CertificateSearch(null, null, null, null, null, null, null, null);

  String conditions() {
    return (subject == null ? "" : " and c.subject like :subject escape '!'")
        + (uscc == null ? "" : " and c.uscc = :uscc")
        + (serial == null ? "" : " and c.serial = :serial")
        + (sha256 == null ? "" : " and c.sha256 = :sha256")
        + (holderKind == null ? "" : " and c.holderKind = :holderKind")
        + (medium == null ? "" : " and c.medium = :medium")
        + (validAt == null ? "" : " and c.notBefore <= :validAt and c.notAfter >= :validAt");
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (subject != null) {
      String literal = subject.replace("!", "!!").replace("%", "!%").replace("_", "!_");
      parameters.put("subject", "%" + literal + "%");
    }
    put(parameters, "uscc", uscc);
    put(parameters, "serial", serial);
    put(parameters, "sha256", sha256);
    put(parameters, "holderKind", holderKind == null ? null : holderKind.name());
    put(parameters, "medium", medium == null ? null : medium.name());
    put(parameters, "validAt", validAt);
    return parameters;
  }

  private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
