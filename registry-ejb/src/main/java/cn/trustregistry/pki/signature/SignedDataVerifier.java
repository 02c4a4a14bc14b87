package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * Verifies every signer of a {@link SignedDocument} over its content.
 *
 * @param offered certificates that came along beside those in the document; none is trusted
 * @param userId that SM2 signatures are made under
 * @param at the moment the digests have to be strong enough at
 */
public record SignedDataVerifier(List<Certificate> offered, byte[] userId, Instant at) {

  /**
   * @return a judgement for each signer, in the order of the document; one without a certificate if
   *     there is none or nothing to verify
   */
  public List<SignerJudgement> judge(SignedDocument document, SignedContent given) {
    Reason missing = obstacle(document, given);
    if (missing != null) {
      return List.of(new SignerJudgement(null, "", null, List.of(missing)));
    }
    SignedContent content = content(document, given);
    List<Certificate> certificates = new ArrayList<>(document.certificates());
    certificates.addAll(offered);
    List<SignerJudgement> judgements = new ArrayList<>();
    for (SignerInfo signer : document.signers()) {
      judgements.add(
          new SignerVerification(document, signer, userId, at).judge(certificates, content));
    }
    return judgements;
  }

  private static @Nullable Reason obstacle(SignedDocument document, SignedContent given) {
    String kind = document.kind().name();
    if (document.signers().isEmpty()) {
      return SignatureReason.of(SignatureCause.NO_SIGNER, "format", kind);
    }
    Octets enclosed = document.content();
    if (enclosed == null) {
      return given instanceof SignedContent.Enclosed
          ? SignatureReason.of(SignatureCause.CONTENT_MISSING, "format", kind)
          : null;
    }
    return given instanceof SignedContent.Data data && !enclosed.equals(Octets.of(data.octets()))
        ? SignatureReason.of(SignatureCause.ENCLOSED_CONTENT_DIFFERS, "octets", enclosed.length())
        : null;
  }

  /** What was given, or what the document encloses. */
  private static SignedContent content(SignedDocument document, SignedContent given) {
    Octets enclosed = document.content();
    return given instanceof SignedContent.Enclosed && enclosed != null
        ? new SignedContent.Data(enclosed.toArray())
        : given;
  }
}
