package cn.trustregistry.signing;

import cn.trustregistry.pki.Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key and the certificate in whose name it signs.
 *
 * @param tenant the company whose issuer delegates, or null for the registry itself
 * @param issuerSha256 the issuer that delegates, or null
 * @param request PKCS#10 for that issuer, DER, or null
 * @param certificate null until the issuer has issued it
 * @param retiredAt signs no more from then on; null if that was not said
 */
public record SigningIdentity(
    String id,
    SigningUse use,
    SigningAlgorithm algorithm,
    @Nullable String tenant,
    @Nullable String issuerSha256,
    SigningKeyPair keys,
    byte @Nullable [] request,
    @Nullable Certificate certificate,
    Instant createdAt,
    @Nullable Instant retiredAt) {

  /** Whether its certificate lets it sign at this moment. */
  public boolean signsAt(Instant at) {
    return certificate != null
        && (retiredAt == null || at.isBefore(retiredAt))
        && !at.isBefore(certificate.notBefore())
        && !at.isAfter(certificate.notAfter());
  }

  @Override
  public String toString() {
    return "SigningIdentity[" + id + ", " + use + ", " + keys + "]";
  }
}
