package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Null;

/** The holder's key (RFC 3279, RFC 5480, GM/T 0006). */
final class PublicKeyLints {
  private static final int MIN_RSA_BITS = 2_048;

  /** P-256, P-384, P-521 and SM2. */
  private static final Set<String> CURVES =
      Set.of("1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35", PublicKey.SM2_CURVE);

  private PublicKeyLints() {}

  static void examine(Certificate certificate, List<Finding> found) {
    PublicKey key = certificate.publicKey();
    switch (key.algorithm()) {
      case PublicKey.RSA -> rsa(key, found);
      case PublicKey.EC -> ec(key, found);
      case PublicKey.ED25519 -> {}
      default ->
          found.add(
              Finding.error(
                  "e_public_key_type_not_allowed",
                  "GB/T 20518",
                  "Keys of the kind " + key.algorithm() + " are not recognised."));
    }
  }

  private static void rsa(PublicKey key, List<Finding> found) {
    int bits = key.bits();
    if (bits == 0) {
      found.add(
          Finding.error(
              "e_rsa_no_public_key",
              "RFC 8017 3.1",
              "The RSA modulus or public exponent is broken or out of range."));
    } else if (bits < MIN_RSA_BITS) {
      found.add(
          Finding.error(
              "e_rsa_mod_less_than_2048_bits",
              "NIST SP 800-131A 2",
              "The RSA modulus has " + bits + " bits."));
    }
    if (!(key.info().getAlgorithm().getParameters() instanceof ASN1Null)) {
      found.add(
          Finding.error(
              "e_spki_rsa_encryption_parameter_not_null",
              "RFC 3279 2.3.1",
              "The parameters of the RSA key are not NULL."));
    }
  }

  private static void ec(PublicKey key, List<Finding> found) {
    String curve = key.curve();
    if (curve == null || !CURVES.contains(curve)) {
      found.add(
          Finding.error(
              "e_ec_improper_curves",
              "RFC 5480 2.1.1.1",
              curve == null ? "The curve is not a named one." : "The curve is " + curve + "."));
    } else if (key.bits() == 0) {
      found.add(
          Finding.error(
              "e_ec_point_not_on_curve", "RFC 5480 2.2", "The key is no point of its curve."));
    }
  }
}
