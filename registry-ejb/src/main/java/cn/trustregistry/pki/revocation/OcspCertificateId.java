package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.PublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Compares a CertID with the certificate asked about (RFC 6960 4.1.1; SM3 as in GM/T 0014). */
final class OcspCertificateId {
  private static final Map<String, Supplier<Digest>> DIGESTS =
      Map.of(
          "1.3.14.3.2.26", SHA1Digest::new,
          "2.16.840.1.101.3.4.2.1", SHA256Digest::new,
          "2.16.840.1.101.3.4.2.2", SHA384Digest::new,
          "2.16.840.1.101.3.4.2.3", SHA512Digest::new,
          "1.2.156.10197.1.401", SM3Digest::new);

  private OcspCertificateId() {}

  static boolean matches(CertID id, OcspExpectation expected) {
    return id.getSerialNumber().getValue().equals(expected.certificate().serial())
        && isIssuedBy(id, expected.certificate().issuer(), expected.issuerKey());
  }

  /** Whether the certificate it names is one of the issuer with this name and key. */
  static boolean isIssuedBy(CertID id, DistinguishedName issuer, PublicKey key) {
    Supplier<Digest> digest = DIGESTS.get(id.getHashAlgorithm().getAlgorithm().getId());
    return digest != null
        && Arrays.equals(id.getIssuerKeyHash().getOctets(), hash(digest.get(), bits(key)))
        && Arrays.equals(id.getIssuerNameHash().getOctets(), hash(digest.get(), issuer.der()));
  }

  /** SHA-1 over the bits of a key: the KeyHash that names a responder (RFC 6960 4.2.1). */
  static byte[] keyHash(byte[] keyBits) {
    return hash(new SHA1Digest(), keyBits);
  }

  private static byte[] bits(PublicKey key) {
    return key.info().getPublicKeyData().getOctets();
  }

  private static byte[] hash(Digest digest, byte[] octets) {
    digest.update(octets, 0, octets.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
