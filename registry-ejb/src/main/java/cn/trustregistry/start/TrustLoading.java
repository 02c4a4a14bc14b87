package cn.trustregistry.start;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.EvidencePolicies;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.authority.Suspensions;
import cn.trustregistry.ocsp.OcspResponses;
import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.project.Projects;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.Revocations;
import cn.trustregistry.publication.StoredNotice;
import cn.trustregistry.recognition.Recognitions;
import cn.trustregistry.replacement.Replacements;
import cn.trustregistry.trust.Directories;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Builds the trust snapshot from everything that was ever published. */
@ApplicationScoped
public class TrustLoading {
  @Inject TrustState trust;
  @Inject Authorities authorities;
  @Inject Recognitions recognitions;
  @Inject Publications publications;
  @Inject Crls crls;
  @Inject Revocations revocations;
  @Inject OcspResponses ocspResponses;
  @Inject EvidencePolicies policies;
  @Inject Projects projects;
  @Inject Replacements replacements;
  @Inject Suspensions suspensions;

  @Transactional
  public void load() {
    Map<String, CaCompany> companies =
        authorities.companies().stream().collect(toMap(CaCompany::code, identity()));
    Map<String, Issuer> issuers =
        authorities.admittedIssuers().stream().collect(toMap(Issuer::sha256, identity()));
    Directories directories = new Directories();
    publications.eachDirectoryEntry(directories.certificates()::add);
    projects.each(directories.projects()::add);
    replacements.successions().forEach(directories.successions()::add);
    suspensions.all().forEach(directories.suspensions()::add);
    trust.load(
        new TrustSnapshot(
            companies,
            issuers,
            revocation(issuers),
            recognitions.load(),
            policies.history(),
            directories));
  }

  private RevocationKnowledge revocation(Map<String, Issuer> issuers) {
    RevocationKnowledge knowledge = RevocationKnowledge.NONE;
    for (ReceivedCrl crl : crls.all()) {
      knowledge = knowledge.with(crl);
    }
    for (StoredNotice notice : revocations.all()) {
      Issuer issuer = issuers.get(notice.issuerSha256());
      if (issuer == null) {
        throw new IllegalStateException("notice " + notice.id() + " is of an unknown issuer");
      }
      knowledge = knowledge.with(Revocations.knowledge(notice, issuer));
    }
    for (OcspAnswer answer : ocspResponses.all()) {
      knowledge = knowledge.with(answer);
    }
    return knowledge;
  }
}
