package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.PrehashedSignature;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.path.AlgorithmPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/** Verifies one signer (RFC 5652 5.4 and 5.6): attributes, digest, signature value. */
record SignerVerification(SignedDocument document, SignerInfo signer, byte[] userId, Instant at) {
  /** For clocks that are not quite right. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  SignerJudgement judge(List<Certificate> certificates, SignedContent content) {
    List<Reason> reasons = new ArrayList<>();
    String digestOid = signer.getDigestAlgorithm().getAlgorithm().getId();
    String oid = signer.getDigestEncryptionAlgorithm().getAlgorithm().getId();
    DigestAlgorithm digest = DigestAlgorithm.of(digestOid);
    SignatureAlgorithm algorithm = digest == null ? null : SignerAlgorithm.of(signer, digest);
    Certificate certificate = SignerMatch.find(signer.getSID(), certificates);
    if (certificate == null) {
      reasons.add(
          SignatureReason.of(
              SignatureCause.SIGNER_CERTIFICATE_MISSING,
              "signer",
              SignerMatch.text(signer.getSID())));
    }
    if (digest == null || algorithm == null) {
      reasons.add(Outcomes.unfit(oid + " / " + digestOid, "there is no such scheme"));
      return new SignerJudgement(certificate, oid, null, reasons);
    }
    refuseWeak(digest, reasons);
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    Instant claimed = null;
    if (attributes != null) {
      claimed = checkAttributes(attributes, digest, content, certificate, reasons);
    }
    if (certificate != null) {
      verify(attributes, algorithm, content, certificate, reasons);
    }
    return new SignerJudgement(certificate, algorithm.oid(), claimed, reasons);
  }

  private void refuseWeak(DigestAlgorithm digest, List<Reason> reasons) {
    Instant refusedFrom = AlgorithmPolicy.DEFAULT.sha1RefusedFrom();
    if (digest == DigestAlgorithm.SHA_1 && !at.isBefore(refusedFrom)) {
      reasons.add(
          new SignatureReason(
              SignatureCause.DOCUMENT_DIGEST_TOO_WEAK,
              Evidence.none()
                  .with("algorithm", digest.text())
                  .with("refusedFrom", refusedFrom)
                  .facts()));
    }
  }

  private @Nullable Instant checkAttributes(
      ASN1Set set,
      DigestAlgorithm digest,
      SignedContent content,
      @Nullable Certificate certificate,
      List<Reason> reasons) {
    try {
      SignedAttributes attributes = new SignedAttributes(set, reasons);
      attributes.checkContentType(document.contentType());
      attributes.checkDigest(digest, digestOf(digest, content));
      if (certificate != null) {
        attributes.checkSigningCertificate(certificate);
      }
      Instant claimed = attributes.claimedTime();
      if (claimed != null && claimed.isAfter(at.plus(AHEAD))) {
        reasons.add(
            new SignatureReason(
                SignatureCause.CLAIMED_TIME_LATER,
                Evidence.none().with("claimed", claimed).with("at", at).facts()));
      }
      return claimed;
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
      reasons.add(
          new SignatureReason(
              SignatureCause.SIGNED_ATTRIBUTES_WRONG,
              Evidence.none().with("attribute", "-").with("why", "cannot be read").facts()));
      return null;
    }
  }

  private static byte[] digestOf(DigestAlgorithm digest, SignedContent content) {
    return content instanceof SignedContent.Digest given
        ? given.octets()
        : digest.of(((SignedContent.Data) content).octets());
  }

  private void verify(
      @Nullable ASN1Set attributes,
      SignatureAlgorithm algorithm,
      SignedContent content,
      Certificate certificate,
      List<Reason> reasons) {
    if (attributes == null && !document.contentType().equals(document.kind().data())) {
      reasons.add(
          new SignatureReason(
              SignatureCause.SIGNED_ATTRIBUTES_WRONG,
              Evidence.none()
                  .with("attribute", "contentType")
                  .with("why", "is missing for content that is not plain data")
                  .facts()));
    }
    if (attributes == null
        && content instanceof SignedContent.Data data
        && SignerMatch.readsAsAttributes(data.octets())) {
      reasons.add(
          SignatureReason.of(SignatureCause.CONTENT_AMBIGUOUS, "octets", data.octets().length));
    }
    byte[] value =
        EcSignature.der(certificate.publicKey(), signer.getEncryptedDigest().getOctets());
    SignatureOutcome outcome =
        attributes == null && content instanceof SignedContent.Digest digest
            ? PrehashedSignature.verify(certificate.publicKey(), algorithm, digest.octets(), value)
            : overOctets(certificate, algorithm, signed(attributes, content), value);
    Outcomes.add(reasons, outcome, algorithm.oid(), certificate);
  }

  private SignatureOutcome overOctets(
      Certificate certificate, SignatureAlgorithm algorithm, byte[] octets, byte[] value) {
    return algorithm.oid().equals(NamedAlgorithm.SM2)
        ? PrehashedSignature.verifySm2(certificate.publicKey(), userId, octets, value)
        : SignatureVerifier.verifyOnce(certificate.publicKey(), algorithm, octets, value);
  }

  /** The attributes as a SET in DER where there are any (RFC 5652 5.4), or else the content. */
  private static byte[] signed(@Nullable ASN1Set attributes, SignedContent content) {
    return attributes != null
        ? SignedDocument.encoded(attributes)
        : ((SignedContent.Data) content).octets();
  }
}
