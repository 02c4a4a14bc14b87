package cn.trustregistry.trust;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.authority.EvidencePolicyHistory;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.path.TrustAnchor;
import cn.trustregistry.pki.path.TrustMaterial;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.recognition.RecognitionData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a verdict is decided from, at one moment; immutable but for the growing directories.
 */
public final class TrustSnapshot {
  private final Map<String, CaCompany> companies;
  private final Map<String, Issuer> issuers;
  private final RevocationKnowledge revocation;
  private final RecognitionData recognition;
  private final EvidencePolicyHistory policies;
  private final Directories directories;
  private final TrustMaterial material;
  private final Instant newestAdmission;

  public TrustSnapshot(
      Map<String, CaCompany> companies,
      Map<String, Issuer> issuers,
      RevocationKnowledge revocation,
      RecognitionData recognition,
      EvidencePolicyHistory policies,
      Directories directories) {
    this.companies = Map.copyOf(companies);
    this.issuers = Map.copyOf(issuers);
    this.revocation = revocation;
    this.recognition = recognition;
    this.policies = policies;
    this.directories = directories;
    this.material = material(this.issuers.values(), revocation);
    this.newestAdmission = newestAdmission(this.issuers.values());
  }

  /** {@link Instant#MAX} if one was never admitted. */
  private static Instant newestAdmission(Iterable<Issuer> issuers) {
    Instant newest = Instant.MIN;
    for (Issuer issuer : issuers) {
      Instant admitted = issuer.admittedAt() == null ? Instant.MAX : issuer.admittedAt();
      newest = admitted.isAfter(newest) ? admitted : newest;
    }
    return newest;
  }

  private static TrustMaterial material(Iterable<Issuer> issuers, RevocationKnowledge revocation) {
    List<TrustAnchor> anchors = new ArrayList<>();
    List<Certificate> intermediates = new ArrayList<>();
    for (Issuer issuer : issuers) {
      if (issuer.kind() == Issuer.Kind.ANCHOR) {
        anchors.add(new TrustAnchor(issuer.certificate(), issuer.usableFrom(), issuer.usableTo()));
      } else {
        intermediates.add(issuer.certificate());
      }
    }
    return TrustMaterial.of(anchors, intermediates, revocation);
  }

  public Optional<CaCompany> company(String tenant) {
    return Optional.ofNullable(companies.get(tenant));
  }

  /** The companies, by code. */
  public List<CaCompany> companies() {
    return companies.values().stream().sorted(Comparator.comparing(CaCompany::code)).toList();
  }

  /** The admitted issuers of all companies. */
  public Collection<Issuer> issuers() {
    return issuers.values();
  }

  /** The admitted issuers of one company. */
  public List<Issuer> issuers(String tenant) {
    return issuers.values().stream().filter(issuer -> issuer.tenant().equals(tenant)).toList();
  }

  public Optional<Issuer> issuer(String sha256) {
    return Optional.ofNullable(issuers.get(sha256));
  }

  public RecognitionData recognition() {
    return recognition;
  }

  public RevocationKnowledge revocation() {
    return revocation;
  }

  /** What a company's certificates needed as evidence, as it was known at {@code knownAt}. */
  public EvidencePolicy evidencePolicy(String tenant, Instant knownAt) {
    return policies.policy(tenant, knownAt);
  }

  public CertificateDirectory directory() {
    return directories.certificates();
  }

  public ProjectDirectory projects() {
    return directories.projects();
  }

  public SuccessionDirectory successions() {
    return directories.successions();
  }

  public SuspensionDirectory suspensions() {
    return directories.suspensions();
  }

  /** Anchors, issuers and revocations as they were known at {@code knownAt}. */
  public TrustMaterial material(Instant knownAt) {
    return !knownAt.isBefore(newestAdmission)
        ? material
        : material(
            issuers.values().stream().filter(issuer -> !isLater(issuer, knownAt)).toList(),
            revocation);
  }

  private static boolean isLater(Issuer issuer, Instant knownAt) {
    Instant admitted = issuer.admittedAt();
    return admitted == null || admitted.isAfter(knownAt);
  }

  TrustSnapshot with(CaCompany company) {
    Map<String, CaCompany> more = new HashMap<>(companies);
    more.put(company.code(), company);
    return new TrustSnapshot(more, issuers, revocation, recognition, policies, directories);
  }

  TrustSnapshot with(Issuer issuer) {
    Map<String, Issuer> more = new HashMap<>(issuers);
    more.put(issuer.sha256(), issuer);
    return new TrustSnapshot(companies, more, revocation, recognition, policies, directories);
  }

  TrustSnapshot with(RevocationKnowledge knowledge) {
    return new TrustSnapshot(companies, issuers, knowledge, recognition, policies, directories);
  }

  TrustSnapshot with(RecognitionData data) {
    return new TrustSnapshot(companies, issuers, revocation, data, policies, directories);
  }

  TrustSnapshot with(EvidencePolicyHistory.Version version) {
    return new TrustSnapshot(
        companies, issuers, revocation, recognition, policies.with(version), directories);
  }
}
