package cn.trustregistry.signing;

import cn.trustregistry.pki.Certificate;
import java.time.Duration;
import java.time.Instant;

/** Identities for tests of other rooms. */
public final class TestSigners {
  private TestSigners() {}

  public static SigningIdentity signer(SigningUse use, SigningAlgorithm algorithm, Instant from) {
    SigningKeyPair keys = SigningKeyPair.generate(algorithm);
    Certificate certificate =
        CertificateDrafts.selfSigned(
            keys, use, CertificateDrafts.name("Test", use.title()), from, Duration.ofDays(30));
    return new SigningIdentity(
        "test", use, algorithm, null, null, keys, null, certificate, from, null);
  }
}
