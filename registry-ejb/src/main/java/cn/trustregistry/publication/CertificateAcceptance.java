package cn.trustregistry.publication;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.CertificateFile;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.gm.SubjectId;
import cn.trustregistry.pki.lint.CertificateLints;
import cn.trustregistry.pki.lint.Finding;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.RuleBook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a certificate by itself is fit to be published; pure. */
final class CertificateAcceptance {
  private static final String FIELD = "certificate";

  private final CaCompany company;
  private final List<Issuer> issuers;
  private final Optional<RuleBook> rules;
  private final SignatureVerifier verifier;
  private final Instant at;

  /**
   * @param issuers the company's own admitted issuers
   * @param rules the newest rule book
   */
  CertificateAcceptance(
      CaCompany company,
      List<Issuer> issuers,
      Optional<RuleBook> rules,
      SignatureVerifier verifier,
      Instant at) {
    this.company = company;
    this.issuers = issuers;
    this.rules = rules;
    this.verifier = verifier;
    this.at = at;
  }

  Draft judge(CertificateSubmission submission) {
    try {
      return fit(submission);
    } catch (MalformedObjectException e) {
      return new Draft.Unfit(
          new PublicationRefused(
              Kind.MALFORMED_CERTIFICATE, FIELD, String.valueOf(e.getMessage())));
    } catch (PublicationRefused refused) {
      return new Draft.Unfit(refused);
    }
  }

  private Draft.Fit fit(CertificateSubmission submission) throws MalformedObjectException {
    List<byte[]> file = CertificateFile.read(submission.pemOrDer());
    if (file.size() > 1) {
      throw new MalformedObjectException(
          "Certificates", "has " + file.size() + " certificates where one is expected", -1);
    }
    Certificate certificate = Certificate.parse(file.get(0));
    if (certificate.extensions().isCa()) {
      throw new PublicationRefused(
          Kind.CA_CERTIFICATE,
          FIELD,
          "A CA certificate is proposed as an issuer, not published as a holder's certificate.");
    }
    Issuer issuer = issuerOf(certificate);
    CertificateAttributes attributes = submission.attributes();
    refuseLateLegacy(certificate, attributes);
    String uscc = uscc(certificate);
    List<Finding> findings = findings(certificate, attributes.holderKind(), uscc);
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new PublicationRefused(FIELD, findings);
    }
    return new Draft.Fit(
        certificate,
        attributes,
        submission.pair(),
        issuer,
        CertificateRole.of(certificate),
        uscc,
        holder(certificate, attributes.holderKind(), uscc),
        findings);
  }

  private void refuseLateLegacy(Certificate certificate, CertificateAttributes attributes) {
    if (rules.isPresent()
        && rules.get().isLateLegacy(attributes.profile(), certificate.notBefore())) {
      throw new PublicationRefused(
          Kind.LEGACY_ISSUE_ENDED,
          FIELD,
          "Certificates of the old systems were issued until "
              + rules.get().legacyIssuedUntil()
              + " (rule book "
              + rules.get().version()
              + "); this one begins at "
              + certificate.notBefore()
              + ".");
    }
  }

  private Issuer issuerOf(Certificate certificate) {
    for (Issuer issuer : issuers) {
      if (issuer.certificate().subject().equals(certificate.issuer())
          && verifier.verify(certificate, issuer.certificate().publicKey())
              instanceof SignatureOutcome.Good) {
        return issuer;
      }
    }
    throw new PublicationRefused(
        Kind.FOREIGN_ISSUER,
        FIELD,
        "None of your admitted issuers signed this certificate; its issuer field says "
            + certificate.issuer()
            + ".");
  }

  private List<Finding> findings(Certificate certificate, HolderKind kind, @Nullable String uscc) {
    List<Finding> findings =
        new ArrayList<>(CertificateLints.examine(certificate, company.subjectIds()));
    if (uscc == null && kind != HolderKind.PERSON) {
      findings.add(
          Finding.warning(
              "w_uscc_missing",
              "GB 32100",
              "No unified social credit code stands where your company puts it."));
    }
    if (certificate.notAfter().isBefore(at)) {
      findings.add(
          Finding.warning(
              "w_certificate_expired",
              "RFC 5280 4.1.2.5",
              "It expired at " + certificate.notAfter() + "."));
    }
    return List.copyOf(findings);
  }

  private @Nullable String uscc(Certificate certificate) {
    return company.subjectIds().read(certificate) instanceof SubjectId.Found found
        ? found.code().text()
        : null;
  }

  /** A unit stays the same when its name changes; its legal person is somebody else. */
  private static String holder(Certificate certificate, HolderKind kind, @Nullable String uscc) {
    return uscc != null && kind != HolderKind.PERSON
        ? kind + ":" + uscc
        : kind + "#" + Digests.sha256(certificate.subject().key().getBytes(StandardCharsets.UTF_8));
  }
}
