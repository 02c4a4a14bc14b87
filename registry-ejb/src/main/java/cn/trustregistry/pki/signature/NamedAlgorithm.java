package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.SignatureAlgorithm;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Algorithms of raw signatures under the names that Java and most SDKs use; PSS with the digest of
 * the content in its mask and a salt as long as the digest (RFC 8017 8.1).
 */
public enum NamedAlgorithm {
  RSA_SHA256("SHA256withRSA", "1.2.840.113549.1.1.11", DigestAlgorithm.SHA_256),
  RSA_SHA384("SHA384withRSA", "1.2.840.113549.1.1.12", DigestAlgorithm.SHA_384),
  RSA_SHA512("SHA512withRSA", "1.2.840.113549.1.1.13", DigestAlgorithm.SHA_512),
  PSS_SHA256("SHA256withRSAandMGF1", NamedAlgorithm.PSS, DigestAlgorithm.SHA_256),
  PSS_SHA384("SHA384withRSAandMGF1", NamedAlgorithm.PSS, DigestAlgorithm.SHA_384),
  PSS_SHA512("SHA512withRSAandMGF1", NamedAlgorithm.PSS, DigestAlgorithm.SHA_512),
  ECDSA_SHA256("SHA256withECDSA", "1.2.840.10045.4.3.2", DigestAlgorithm.SHA_256),
  ECDSA_SHA384("SHA384withECDSA", "1.2.840.10045.4.3.3", DigestAlgorithm.SHA_384),
  ECDSA_SHA512("SHA512withECDSA", "1.2.840.10045.4.3.4", DigestAlgorithm.SHA_512),
  SM2_SM3("SM3withSM2", NamedAlgorithm.SM2, DigestAlgorithm.SM3);

  static final String PSS = "1.2.840.113549.1.1.10";
  static final String SM2 = "1.2.156.10197.1.501";

  private final String text;
  private final String oid;
  private final DigestAlgorithm digest;

  NamedAlgorithm(String text, String oid, DigestAlgorithm digest) {
    this.text = text;
    this.oid = oid;
    this.digest = digest;
  }

  /** The algorithm of that name, as in {@code SHA256withRSA}. */
  public static Optional<NamedAlgorithm> named(String text) {
    for (NamedAlgorithm algorithm : values()) {
      if (algorithm.text.equals(text)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  public String text() {
    return text;
  }

  public DigestAlgorithm digest() {
    return digest;
  }

  SignatureAlgorithm identifier() {
    return new SignatureAlgorithm(oid, oid.equals(PSS) ? pss() : null);
  }

  private @Nullable Octets pss() {
    AlgorithmIdentifier hash =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE);
    AlgorithmIdentifier mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash);
    try {
      return Octets.of(
          new RSASSAPSSparams(
                  hash,
                  mask,
                  new ASN1Integer(digest.octets()),
                  RSASSAPSSparams.DEFAULT_TRAILER_FIELD)
              .getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory cannot fail", e);
    }
  }
}
