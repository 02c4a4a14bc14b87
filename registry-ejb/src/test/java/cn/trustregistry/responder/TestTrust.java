package cn.trustregistry.responder;

import static cn.trustregistry.pki.TestPki.NOW;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.EvidencePolicyHistory;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionData;
import cn.trustregistry.trust.Directories;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Snapshots of one company with a root and an issuing CA, for tests. */
final class TestTrust {
  private final Directories directories = new Directories();
  private final Map<String, Issuer> issuers = new HashMap<>();
  private RevocationKnowledge knowledge = RevocationKnowledge.NONE;

  TestTrust admit(Issuer.Kind kind, Certificate certificate) {
    return admit(kind, certificate, certificate.notAfter());
  }

  TestTrust admit(Issuer.Kind kind, Certificate certificate, Instant usableTo) {
    issuers.put(
        certificate.sha256(),
        new Issuer(
            "gxca",
            kind,
            certificate,
            certificate.notBefore(),
            usableTo,
            NOW.minus(Duration.ofDays(30))));
    return this;
  }

  TestTrust publish(Certificate certificate, TestPki.Authority issuer) {
    directories
        .certificates()
        .add(
            new DirectoryEntry(
                certificate.sha256(),
                "gxca",
                issuer.certificate().sha256(),
                HolderKind.UNIT,
                Medium.USB_KEY,
                Profile.STANDARD,
                CertificateRole.SIGNING,
                null,
                NOW.minus(Duration.ofDays(1))));
    return this;
  }

  TestTrust take(TestPki.CrlSpec crl, TestPki.Authority issuer) {
    try {
      knowledge =
          knowledge.with(
              ReceivedCrl.of(
                  RevocationList.read(
                      crl.encode(), CrlSigners.of(List.of(issuer.certificate().publicKey()))),
                  NOW.minus(Duration.ofHours(1))));
      return this;
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  TrustSnapshot snapshot() {
    return new TrustSnapshot(
        Map.of("gxca", new CaCompany("gxca", "广西CA", "GXCA", "", SubjectIdMapping.COMMON)),
        issuers,
        knowledge,
        new RecognitionData(new Categories(List.of()), List.of()),
        EvidencePolicyHistory.NONE,
        directories);
  }
}
