package cn.trustregistry.demo;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.demo.DemoCa.Holder;
import cn.trustregistry.demo.DemoCa.Revoked;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.KeyUsage;

/** One CA company at work: makes its hierarchies and publishes as its own client would. */
final class DemoTenant {
  private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
  private static final int ENCRYPTION =
      KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration CRL_LIFE = Duration.ofDays(7);
  private static final List<DemoHolder> HOLDERS = DemoHolder.ALL;

  private final GuangxiCompany company;
  private final DemoFiles files;
  private final Authorities authorities;
  private final Publications publications;
  private final Crls crls;
  private final CaClient client;

  DemoTenant(
      GuangxiCompany company,
      DemoFiles files,
      Authorities authorities,
      Publications publications,
      Crls crls) {
    this.company = company;
    this.files = files;
    this.authorities = authorities;
    this.publications = publications;
    this.crls = crls;
    this.client = new CaClient(company.code(), "demo-start", EnumSet.allOf(Scope.class));
  }

  /** Makes and publishes everything; to be called once. */
  void create(List<String> admins, Instant at) {
    for (DemoKeys kind : DemoKeys.values()) {
      DemoCa root = new DemoCa(kind, name(kind, "Root CA"), kind.generate());
      DemoCa issuing = new DemoCa(kind, name(kind, "Issuing CA"), kind.generate());
      admit(root.root(at.minus(YEAR.multipliedBy(6)), at.plus(YEAR.multipliedBy(20))),
          Issuer.Kind.ANCHOR, file(kind, "root"), admins, at);
      Certificate issuer = root.ca(issuing, at.minus(YEAR.multipliedBy(5)), at.plus(YEAR.multipliedBy(10)));
      admit(issuer, Issuer.Kind.ISSUER, file(kind, "issuing"), admins, at);
      files.keys(file(kind, "root"), root.keys());
      files.keys(file(kind, "issuing"), issuing.keys());
      List<Revoked> revoked = HOLDERS.stream()
          .filter(holder -> holder.kind() == kind)
          .flatMap(holder -> issue(issuing, holder, at).stream())
          .toList();
      files.revoked(file(kind, "issuing"), revoked);
      publishCrls(kind, root, issuing, revoked, at);
    }
  }
}
