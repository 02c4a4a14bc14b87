package cn.trustregistry.replacement;

import cn.trustregistry.trust.KeyHandling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a CA company asks to be recorded.
 *
 * @param certificates one, or both halves of a pair
 * @param tariffItem line of the company's own tariff that says what the medium costs; null if there
 *     is one only that fits
 */
public record ReplacementRequest(
    ReplacementReason reason, List<Exchange> certificates, @Nullable String tariffItem) {
  /**
   * One certificate for another.
   *
   * @param oldCertificate SHA-256 of a certificate that any company published
   * @param newCertificate SHA-256 of one that the asking company published
   */
  public record Exchange(String oldCertificate, String newCertificate, KeyHandling key) {}

  public ReplacementRequest {
    certificates = List.copyOf(certificates);
  }
}
