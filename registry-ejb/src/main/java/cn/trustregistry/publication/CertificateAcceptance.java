package cn.trustregistry.publication;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.gm.SubjectId;
import cn.trustregistry.publication.PublicationRefused.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a certificate may be published; pure. */
final class CertificateAcceptance {
  /** The issuer that signed it, and what was read from it. */
  record Accepted(Issuer issuer, CertificateRole role, @Nullable String uscc) {}

  private CertificateAcceptance() {}

  /**
   * @param issuers the tenant's own admitted issuers
   * @throws PublicationRefused saying why not
   */
  static Accepted judge(
      Certificate certificate,
      CaCompany company,
      List<Issuer> issuers,
      SignatureVerifier verifier) {
    if (certificate.extensions().isCa()) {
      throw new PublicationRefused(
          Kind.CA_CERTIFICATE,
          "certificate",
          "A CA certificate is proposed as an issuer, not published as a holder's certificate.");
    }
    Issuer issuer = issuerOf(certificate, issuers, verifier);
    return new Accepted(issuer, CertificateRole.of(certificate), uscc(certificate, company));
  }

  private static Issuer issuerOf(
      Certificate certificate, List<Issuer> issuers, SignatureVerifier verifier) {
    for (Issuer issuer : issuers) {
      if (issuer.certificate().subject().equals(certificate.issuer())
          && verifier.verify(certificate, issuer.certificate().publicKey())
              instanceof SignatureOutcome.Good) {
        return issuer;
      }
    }
    throw new PublicationRefused(
        Kind.FOREIGN_ISSUER,
        "certificate",
        "None of your admitted issuers signed this certificate; its issuer field says "
            + certificate.issuer()
            + ".");
  }

  /** The holder's code where the company says it stands; none is fine, a wrong one is not. */
  private static @Nullable String uscc(Certificate certificate, CaCompany company) {
    SubjectId id = company.subjectIds().read(certificate);
    if (id instanceof SubjectId.Found found) {
      return found.code().text();
    }
    if (id instanceof SubjectId.BadCheckCharacter bad) {
      throw new PublicationRefused(
          Kind.SUBJECT_NUMBER,
          "certificate",
          "The unified social credit code " + bad.text() + " has a wrong check character.");
    }
    if (id instanceof SubjectId.Conflicting conflicting) {
      throw new PublicationRefused(
          Kind.SUBJECT_NUMBER,
          "certificate",
          "The certificate carries different unified social credit codes: " + conflicting.found());
    }
    return null;
  }
}
