package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.jspecify.annotations.Nullable;

/**
 * Finds who signed a response and whether they may: the issuer itself, or a responder to whom the
 * issuer gave a certificate for it (RFC 6960 4.2.2.2).
 *
 * @param refusal why nobody entitled signed; null if somebody did
 * @param certificate the delegated responder's certificate; null if the issuer signed
 */
record OcspResponder(OcspRefusal.@Nullable Kind refusal, @Nullable Certificate certificate) {
  static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
  static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

  /** Extensions that may be critical in a responder's certificate. */
  private static final Set<String> PROCESSED =
      Set.of(Extensions.KEY_USAGE, Extensions.EXTENDED_KEY_USAGE, Extensions.BASIC_CONSTRAINTS);

  static OcspResponder of(
      BasicOCSPResponse response, List<Certificate> offered, OcspExpectation expected)
      throws MalformedObjectException {
    Signed signed = Signed.of(response);
    ResponderID id = response.getTbsResponseData().getResponderID();
    if (isNamed(id, expected.certificate().issuer(), expected.issuerKey())
        && signed.by(expected.issuerKey())) {
      return new OcspResponder(null, null);
    }
    OcspRefusal.Kind refusal = OcspRefusal.Kind.OCSP_RESPONDER_UNTRUSTED;
    for (Certificate candidate : offered) {
      if (isNamed(id, candidate.subject(), candidate.publicKey())
          && isDelegated(candidate, expected)) {
        if (signed.by(candidate.publicKey())) {
          return new OcspResponder(null, candidate);
        }
        refusal = OcspRefusal.Kind.OCSP_SIGNATURE_INVALID;
      }
    }
    boolean issuer = isNamed(id, expected.certificate().issuer(), expected.issuerKey());
    return new OcspResponder(issuer ? OcspRefusal.Kind.OCSP_SIGNATURE_INVALID : refusal, null);
  }

  /**
   * The certificate if its own status has to be looked at; null for the issuer and for
   * id-pkix-ocsp-nocheck.
   */
  @Nullable Certificate certificateToCheck() {
    return certificate == null || certificate.extensions().value(NO_CHECK) != null
        ? null
        : certificate;
  }

  private static boolean isNamed(ResponderID id, DistinguishedName name, PublicKey key)
      throws MalformedObjectException {
    if (id.getName() != null) {
      return DistinguishedName.parse(encoded(id.getName())).equals(name);
    }
    return Arrays.equals(
        id.getKeyHash(), OcspCertificateId.keyHash(key.info().getPublicKeyData().getOctets()));
  }

  /**
   * Issued by the very key that issued the certificate, for OCSP signing, and valid when the
   * response is taken.
   */
  private static boolean isDelegated(Certificate candidate, OcspExpectation expected) {
    Set<String> purposes = candidate.extensions().extendedKeyUsage();
    return candidate.issuer().equals(expected.certificate().issuer())
        && purposes != null
        && purposes.contains(OCSP_SIGNING)
        && candidate.extensions().allows(KeyUsage.DIGITAL_SIGNATURE)
        && PROCESSED.containsAll(candidate.extensions().critical())
        && !expected.at().isBefore(candidate.notBefore())
        && !expected.at().isAfter(candidate.notAfter())
        && SignatureVerifier.verifyOnce(
                expected.issuerKey(),
                candidate.signatureAlgorithm(),
                candidate.tbs(),
                candidate.signature())
            instanceof SignatureOutcome.Good;
  }

  static byte[] encoded(ASN1Encodable object) throws MalformedObjectException {
    try {
      return object.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new MalformedObjectException("OCSPResponse", "cannot be encoded", -1);
    }
  }

  /** The signed part of a response, its algorithm and its signature. */
  private record Signed(byte[] content, SignatureAlgorithm algorithm, byte[] signature) {
    static Signed of(BasicOCSPResponse response) throws MalformedObjectException {
      DerReader algorithm =
          DerReader.over(encoded(response.getSignatureAlgorithm()), "BasicOCSPResponse");
      return new Signed(
          encoded(response.getTbsResponseData()),
          SignatureAlgorithm.read(algorithm, "BasicOCSPResponse.signatureAlgorithm"),
          response.getSignature().getOctets());
    }

    boolean by(PublicKey key) {
      return SignatureVerifier.verifyOnce(key, algorithm, content, signature)
          instanceof SignatureOutcome.Good;
    }
  }
}
