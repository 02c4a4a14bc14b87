package cn.trustregistry.demo;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.demo.DemoCa.Holder;
import cn.trustregistry.demo.DemoCa.NextCrl;
import cn.trustregistry.demo.DemoCa.Revoked;
import cn.trustregistry.demo.DemoHolder.Fate;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.Profile;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Logger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;

/** One CA company at work: makes its hierarchies and publishes as its own client would. */
final class DemoTenant {
  private static final Logger LOG = Logger.getLogger(DemoTenant.class.getName());
  private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
  private static final int ENCRYPTION =
      KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant LEGACY_FROM = Instant.parse("2022-06-01T00:00:00Z");
  private static final Duration CRL_LIFE = DAY.multipliedBy(7);

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
      DemoCa root = new DemoCa(kind, new X500Name(name(kind, "Root CA")), kind.generate());
      DemoCa issuing = new DemoCa(kind, new X500Name(name(kind, "Issuing CA")), kind.generate());
      files.keys(file(kind, "root"), root.keys());
      files.keys(file(kind, "issuing"), issuing.keys());
      Certificate anchor = root.root(before(at, 2_200), after(at, 7_300));
      Certificate issuer = root.ca(issuing, before(at, 2_000), after(at, 3_650));
      admit(anchor, Issuer.Kind.ANCHOR, file(kind, "root"), admins, at);
      admit(issuer, Issuer.Kind.ISSUER, file(kind, "issuing"), admins, at);
      List<Revoked> revoked = new ArrayList<>();
      for (DemoHolder holder : DemoHolder.ALL) {
        if (holder.kind() == kind) {
          revoked.addAll(issuePair(issuing, holder, at));
        }
      }
      crls.publish(client, crl(root, file(kind, "root"), new NextCrl(1, List.of()), at), at);
      crls.publish(client, crl(issuing, file(kind, "issuing"), new NextCrl(1, revoked), at), at);
    }
  }

  /** Issues and publishes one more pair. */
  void issueLater(DemoHolder holder, Instant at) {
    String file = file(holder.kind(), "issuing");
    DemoCa issuing = new DemoCa(holder.kind(), files.readSubject(file), files.readKeys(file));
    issuePair(issuing, holder, at);
  }

  CaClient client() {
    return client;
  }

  /** Issues the next CRL of each CA, with the entries of the last one. */
  void refreshCrls(Instant at) {
    for (DemoKeys kind : DemoKeys.values()) {
      for (String role : List.of("root", "issuing")) {
        String file = file(kind, role);
        if (files.exists(file + ".key.pem")) {
          DemoCa ca = new DemoCa(kind, files.readSubject(file), files.readKeys(file));
          refresh(ca, file, at);
        }
      }
    }
  }

  /** Whoever played with the demo keys may have published a later list; then that one stands. */
  private void refresh(DemoCa ca, String file, Instant at) {
    try {
      crls.publish(client, crl(ca, file, ca.next(files.readCrl(file)), at), at);
    } catch (PublicationRefused refused) {
      LOG.info("demo: the CRL of " + file + " was not renewed: " + refused.getMessage());
    }
  }

  private void admit(
      Certificate certificate, Issuer.Kind kind, String file, List<String> admins, Instant at) {
    files.certificate(file, certificate.der());
    authorities.propose(
        company.code(),
        kind,
        certificate,
        certificate.notBefore(),
        certificate.notAfter(),
        client.clientId(),
        at);
    admins.forEach(admin -> authorities.approve(certificate.sha256(), admin, at));
  }

  private List<Revoked> issuePair(DemoCa issuing, DemoHolder holder, Instant at) {
    Certificate signing = issue(issuing, holder, "sign", SIGNING, at);
    Certificate encryption = issue(issuing, holder, "enc", ENCRYPTION, at);
    Instant since = at.minus(DAY.multipliedBy(3));
    return switch (holder.fate()) {
      case REVOKED ->
          List.of(
              Revoked.keyCompromise(signing.serial(), since),
              Revoked.keyCompromise(encryption.serial(), since));
      case ON_HOLD ->
          List.of(Revoked.hold(signing.serial(), since), Revoked.hold(encryption.serial(), since));
      case IN_USE, UNPUBLISHED, EXPIRED -> List.of();
    };
  }

  private Certificate issue(DemoCa issuing, DemoHolder holder, String half, int usage, Instant at) {
    boolean expired = holder.fate() == Fate.EXPIRED;
    boolean legacy = holder.attributes().profile() == Profile.LEGACY;
    Instant from = legacy ? LEGACY_FROM : before(at, expired ? 400 : 30);
    Instant to = expired ? before(at, 35) : after(at, 335);
    KeyPair keys = holder.kind().generate();
    Certificate certificate =
        issuing.issue(
            new Holder(holder.subject(), usage, from, to, company.numberOid(), holder.number()),
            keys);
    String file = company.code() + "/" + holder.id() + "-" + half;
    files.certificate(file, certificate.der());
    files.keys(file, keys);
    if (holder.fate() != Fate.UNPUBLISHED) {
      publications.publishCertificate(client, certificate.der(), holder.attributes(), at);
    }
    return certificate;
  }

  private byte[] crl(DemoCa ca, String file, NextCrl next, Instant at) {
    byte[] crl = ca.crl(next, at, at.plus(CRL_LIFE));
    files.crl(file, crl);
    return crl;
  }

  private String name(DemoKeys kind, String role) {
    return "C=CN,O="
        + company.nameZh()
        + "（演示）,CN="
        + company.nameEn()
        + " Demo "
        + kind
        + " "
        + role;
  }

  private String file(DemoKeys kind, String role) {
    return company.code() + "/ca/" + role + "-" + (kind == DemoKeys.RSA ? "rsa" : "sm2");
  }

  private static Instant before(Instant at, int days) {
    return at.minus(DAY.multipliedBy(days));
  }

  private static Instant after(Instant at, int days) {
    return at.plus(DAY.multipliedBy(days));
  }
}
