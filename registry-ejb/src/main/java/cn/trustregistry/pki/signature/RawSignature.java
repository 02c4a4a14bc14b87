package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PrehashedSignature;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A bare signature value: PKCS #1 v1.5 or PSS (RFC 8017), ECDSA (FIPS 186-4) or SM2 (GM/T 0003.2).
 *
 * @param userId of an SM2 signature
 */
public record RawSignature(
    NamedAlgorithm algorithm, Certificate signer, byte[] userId, byte[] value) {

  /** Verifies the value over the content; a raw signature encloses none. */
  public SignerJudgement judge(SignedContent content) {
    List<Reason> reasons = new ArrayList<>();
    if (content instanceof SignedContent.Enclosed) {
      reasons.add(SignatureReason.of(SignatureCause.CONTENT_MISSING, "format", "RAW"));
    } else {
      Outcomes.add(reasons, outcome(content), algorithm.text(), signer);
    }
    return new SignerJudgement(signer, algorithm.text(), null, reasons);
  }

  private SignatureOutcome outcome(SignedContent content) {
    SignatureAlgorithm identifier = algorithm.identifier();
    byte[] der = EcSignature.der(signer.publicKey(), value);
    if (content instanceof SignedContent.Digest digest) {
      return PrehashedSignature.verify(signer.publicKey(), identifier, digest.octets(), der);
    }
    byte[] octets = ((SignedContent.Data) content).octets();
    return algorithm == NamedAlgorithm.SM2_SM3
        ? PrehashedSignature.verifySm2(signer.publicKey(), userId, octets, der)
        : SignatureVerifier.verifyOnce(signer.publicKey(), identifier, octets, der);
  }
}
