package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.SignatureAlgorithm;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * The algorithm of a signer from the two that he names: one for the digest, and one for the
 * signature that may be the bare kind of key (RFC 5652 5.3, RFC 5754, GM/T 0006).
 */
final class SignerAlgorithm {
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String EC = "1.2.840.10045.2.1";

  private static final Map<DigestAlgorithm, String> WITH_RSA =
      Map.of(
          DigestAlgorithm.SHA_1, "1.2.840.113549.1.1.5",
          DigestAlgorithm.SHA_224, "1.2.840.113549.1.1.14",
          DigestAlgorithm.SHA_256, "1.2.840.113549.1.1.11",
          DigestAlgorithm.SHA_384, "1.2.840.113549.1.1.12",
          DigestAlgorithm.SHA_512, "1.2.840.113549.1.1.13");

  private static final Map<DigestAlgorithm, String> WITH_EC =
      Map.of(
          DigestAlgorithm.SHA_1, "1.2.840.10045.4.1",
          DigestAlgorithm.SHA_224, "1.2.840.10045.4.3.1",
          DigestAlgorithm.SHA_256, "1.2.840.10045.4.3.2",
          DigestAlgorithm.SHA_384, "1.2.840.10045.4.3.3",
          DigestAlgorithm.SHA_512, "1.2.840.10045.4.3.4",
          DigestAlgorithm.SM3, NamedAlgorithm.SM2);

  /** SM2, the signature scheme of SM2, and SM2 with SM3. */
  private static final Set<String> SM2 =
      Set.of("1.2.156.10197.1.301", "1.2.156.10197.1.301.1", NamedAlgorithm.SM2);

  private SignerAlgorithm() {}

  /** Null if the two do not go together or the signature's is not known. */
  static @Nullable SignatureAlgorithm of(SignerInfo signer, DigestAlgorithm digest) {
    String oid = signer.getDigestEncryptionAlgorithm().getAlgorithm().getId();
    if (SM2.contains(oid)) {
      return digest == DigestAlgorithm.SM3 ? plain(NamedAlgorithm.SM2) : null;
    }
    if (oid.equals(RSA)) {
      return plain(WITH_RSA.get(digest));
    }
    if (oid.equals(EC)) {
      return plain(WITH_EC.get(digest));
    }
    SignatureAlgorithm whole =
        new SignatureAlgorithm(oid, oid.equals(NamedAlgorithm.PSS) ? parameters(signer) : null);
    return whole.digest().equals(digest.text()) ? whole : null;
  }

  private static @Nullable SignatureAlgorithm plain(@Nullable String oid) {
    return oid == null ? null : new SignatureAlgorithm(oid, null);
  }

  private static @Nullable Octets parameters(SignerInfo signer) {
    var parameters = signer.getDigestEncryptionAlgorithm().getParameters();
    return parameters == null ? null : Octets.of(SignedDocument.encoded(parameters));
  }
}
