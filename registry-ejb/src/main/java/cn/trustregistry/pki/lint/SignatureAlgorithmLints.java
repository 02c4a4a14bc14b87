package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import java.util.List;

/** How the certificate is signed (RFC 5280 4.1.1.2, GM/T 0015). */
final class SignatureAlgorithmLints {
  private SignatureAlgorithmLints() {}

  static void examine(Certificate certificate, List<Finding> found) {
    String digest = certificate.signatureAlgorithm().digest();
    String oid = certificate.signatureAlgorithm().oid();
    if (digest.isEmpty() || digest.equals("MD5")) {
      found.add(
          Finding.error(
              "e_signature_algorithm_not_supported",
              "RFC 5280 4.1.1.2",
              "The signature algorithm is " + oid + "."));
    } else if (digest.equals("SHA-1")) {
      found.add(
          Finding.error(
              "e_sub_cert_or_sub_ca_using_sha1",
              "NIST SP 800-131A 3",
              "The certificate is signed with SHA-1."));
    }
    if (certificate.publicKey().isSm2() && !digest.equals("SM3")) {
      found.add(
          Finding.warning(
              "w_gmt0015_sm2_key_not_signed_with_sm3",
              "GM/T 0015",
              "A certificate of an SM2 key is signed with another algorithm than SM3 with SM2."));
    }
  }
}
