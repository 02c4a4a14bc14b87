package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import java.time.Instant;

/**
 * No signature of the path is made over a digest, and no key in it is of a size, that is refused at
 * the moment asked about (NIST SP 800-131A); the anchor's own signature does not count, its key
 * does.
 */
final class AlgorithmStrengthCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    for (int i = 0; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      String digest = certificate.signatureAlgorithm().digest();
      Instant refusedFrom = refusedFrom(digest, examination.question.algorithms());
      if (!examination.question.at().isBefore(refusedFrom)) {
        examination.add(
            new PathReason.TooWeak(PathCause.DIGEST_TOO_WEAK, certificate, digest, refusedFrom));
      }
      examineKey(examination, certificate);
    }
    TrustAnchor anchor = examination.path.anchor();
    if (anchor != null) {
      examineKey(examination, anchor.certificate());
    }
  }

  private static Instant refusedFrom(String digest, AlgorithmPolicy policy) {
    return switch (digest) {
      case "MD5" -> policy.md5RefusedFrom();
      case "SHA-1" -> policy.sha1RefusedFrom();
      default -> Instant.MAX;
    };
  }

  private static void examineKey(Examination examination, Certificate certificate) {
    Instant refusedFrom = examination.question.algorithms().smallKeysRefusedFrom();
    PublicKey key = certificate.publicKey();
    boolean modular =
        key.algorithm().equals(PublicKey.RSA) || key.algorithm().equals(PublicKey.DSA);
    int bits = modular ? key.bits() : 0;
    if (bits > 0
        && bits < AlgorithmPolicy.MIN_MODULUS_BITS
        && !examination.question.at().isBefore(refusedFrom)) {
      examination.add(
          new PathReason.TooWeak(
              PathCause.KEY_TOO_SMALL, certificate, Integer.toString(bits), refusedFrom));
    }
  }
}
