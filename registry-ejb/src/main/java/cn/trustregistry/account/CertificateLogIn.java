package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.account.LogInOutcome.Refused;
import cn.trustregistry.account.LogInOutcome.Why;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Log-in by signing a challenge. The certificate has to be the one the person registered, and the
 * engine has to find it good now: path to an admitted anchor, validity, key usage and revocation.
 */
@ApplicationScoped
public class CertificateLogIn {
  private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
  private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
  private static final String SM2_SM3 = "1.2.156.10197.1.501";
  private static final int LONGEST = 20_000;

  @PersistenceContext EntityManager entities;
  @Inject LogIn logIn;
  @Inject TrustState trust;
  @Inject SignatureVerifier verifier;

  /**
   * @param challenge the text that was shown, to be signed as UTF-8: RSA PKCS #1 v1.5 with SHA-256,
   *     ECDSA with SHA-256, Ed25519, or SM2 with SM3
   * @param signature base64
   */
  @Transactional
  public LogInOutcome logIn(String challenge, String pem, String signature, Instant at) {
    Optional<Certificate> shown = read(pem);
    if (shown.isEmpty() || !isSignedBy(shown.get(), challenge, signature)) {
      return new Refused(Why.WRONG);
    }
    PersonRow row = personOf(shown.get());
    if (row == null) {
      return new Refused(Why.WRONG);
    }
    return isGood(shown.get(), at)
        ? logIn.proved(row, "certificate " + shown.get().sha256(), at)
        : new Refused(Why.CERTIFICATE_NOT_VALID);
  }

  private boolean isGood(Certificate certificate, Instant at) {
    Optional<TrustSnapshot> snapshot = trust.current();
    return snapshot.isPresent()
        && new PathValidator(verifier, SearchBudget.DEFAULT)
            .judge(
                PathQuestion.of(certificate, at, KeyPurpose.AUTHENTICATION).withKnownAt(at),
                snapshot.get().material(at))
            .reasons()
            .isEmpty();
  }

  private @Nullable PersonRow personOf(Certificate certificate) {
    return entities
        .createQuery(
            "select p from PersonRow p where p.certificateSha256 = :sha256", PersonRow.class)
        .setParameter("sha256", certificate.sha256())
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private static boolean isSignedBy(Certificate certificate, String challenge, String signature) {
    byte[] octets;
    try {
      octets = Base64.getMimeDecoder().decode(signature.strip());
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    PublicKey key = certificate.publicKey();
    return SignatureVerifier.verifyOnce(key, algorithm(key), challenge.getBytes(UTF_8), octets)
        instanceof SignatureOutcome.Good;
  }

  private static SignatureAlgorithm algorithm(PublicKey key) {
    String oid =
        switch (key.algorithm()) {
          case PublicKey.RSA -> RSA_SHA256;
          case PublicKey.EC -> key.isSm2() ? SM2_SM3 : ECDSA_SHA256;
          default -> key.algorithm();
        };
    return new SignatureAlgorithm(oid, null);
  }

  private static Optional<Certificate> read(String pem) {
    try {
      return pem.length() > LONGEST
          ? Optional.empty()
          : Optional.of(Certificate.read(pem.strip().getBytes(UTF_8)));
    } catch (MalformedObjectException notACertificate) {
      return Optional.empty();
    }
  }
}
