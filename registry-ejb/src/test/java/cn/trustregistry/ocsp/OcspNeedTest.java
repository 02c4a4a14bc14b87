package cn.trustregistry.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.pki.path.TrustAnchor;
import cn.trustregistry.pki.path.TrustMaterial;
import cn.trustregistry.pki.revocation.OcspCheck;
import cn.trustregistry.pki.revocation.OcspExpectation;
import cn.trustregistry.pki.revocation.OcspJudgement;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.pki.revocation.RevocationPolicy.Order;
import cn.trustregistry.pki.revocation.TestOcsp;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OcspNeedTest {
  private static final Instant NOW = TestPki.NOW;
  private static final URI URL = URI.create("http://ocsp.example/");

  private final TestPki.Authority root = TestPki.root("C=CN,CN=Root", TestKey.Kind.P256);
  private final TestPki.Authority ca = root.authority("C=CN,CN=CA");
  private final Certificate holder =
      ca.issue("C=CN,CN=Holder", spec -> spec.keyUsage(KeyUsage.digitalSignature)).certificate();
  private final List<Issuer> issuers =
      List.of(
          issuer(Issuer.Kind.ANCHOR, root.certificate()),
          issuer(Issuer.Kind.ISSUER, ca.certificate()));

  private static Issuer issuer(Issuer.Kind kind, Certificate certificate) {
    return new Issuer("a", kind, certificate, certificate.notBefore(), certificate.notAfter(), NOW);
  }

  private static EvidencePolicy policy(Order order, @Nullable URI responder) {
    return new EvidencePolicy(
        new RevocationPolicy(order, Duration.ZERO, null, null), null, responder);
  }

  private PathJudgement judge(RevocationKnowledge knowledge, EvidencePolicy policy) {
    TrustMaterial material =
        TrustMaterial.of(
            List.of(
                new TrustAnchor(
                    root.certificate(),
                    root.certificate().notBefore(),
                    root.certificate().notAfter())),
            List.of(ca.certificate()),
            knowledge);
    return new PathValidator(new SignatureVerifier(16), SearchBudget.DEFAULT)
        .judge(
            PathQuestion.of(holder, NOW, KeyPurpose.SIGNATURE)
                .withRevocationPolicy(policy.revocation()),
            material);
  }

  private RevocationKnowledge lists() throws MalformedObjectException {
    RevocationKnowledge knowledge = RevocationKnowledge.NONE;
    for (TestPki.Authority authority : List.of(root, ca)) {
      RevocationList list =
          RevocationList.read(
              authority.crl(1).encode(), CrlSigners.of(List.of(authority.key().publicKey())));
      knowledge = knowledge.with(ReceivedCrl.of(list, NOW));
    }
    return knowledge;
  }

  private RevocationKnowledge answered(
      RevocationKnowledge knowledge, TestPki.Authority issuer, Certificate subject)
      throws MalformedObjectException {
    OcspJudgement judgement =
        OcspCheck.judge(
            TestOcsp.of(issuer, subject).encode(),
            new OcspExpectation(
                subject, issuer.certificate().publicKey(), null, NOW, Duration.ZERO));
    return knowledge.with(((OcspJudgement.Accepted) judgement).answer());
  }

  @Test
  void nothing_is_asked_where_lists_come_first_or_there_is_no_responder() {
    for (EvidencePolicy quiet :
        List.of(policy(Order.CRL_FIRST, URL), policy(Order.BOTH_REQUIRED, null))) {
      assertThat(OcspNeed.arises(quiet)).isFalse();
      assertThat(OcspNeed.of(judge(RevocationKnowledge.NONE, quiet), quiet, issuers)).isEmpty();
    }
  }

  @Test
  void every_certificate_below_the_anchor_is_asked_about_with_its_issuer() throws Exception {
    for (Order order : List.of(Order.OCSP_FIRST, Order.BOTH_REQUIRED)) {
      EvidencePolicy policy = policy(order, URL);
      assertThat(OcspNeed.of(judge(lists(), policy), policy, issuers))
          .containsExactly(
              new OcspNeed(holder, ca.certificate()),
              new OcspNeed(ca.certificate(), root.certificate()));
    }
  }

  @Test
  void fresh_response_is_not_asked_for_again() throws Exception {
    EvidencePolicy policy = policy(Order.BOTH_REQUIRED, URL);
    RevocationKnowledge one = answered(lists(), ca, holder);
    assertThat(OcspNeed.of(judge(one, policy), policy, issuers))
        .containsExactly(new OcspNeed(ca.certificate(), root.certificate()));
    RevocationKnowledge both = answered(one, root, ca.certificate());
    assertThat(OcspNeed.of(judge(both, policy), policy, issuers)).isEmpty();
  }

  @Test
  void responder_is_not_asked_about_certificates_of_another_company() throws Exception {
    EvidencePolicy policy = policy(Order.BOTH_REQUIRED, URL);
    assertThat(OcspNeed.of(judge(lists(), policy), policy, issuers.subList(1, 2)))
        .containsExactly(new OcspNeed(holder, ca.certificate()));
  }

  @Test
  void request_names_the_certificate_and_has_a_nonce_of_32_octets() throws Exception {
    OcspRequest request =
        OcspRequest.about(new OcspNeed(holder, ca.certificate()), new SecureRandom());
    OCSPReq read = new OCSPReq(request.der());
    assertThat(read.getRequestList()).hasSize(1);
    assertThat(read.getRequestList()[0].getCertID().getSerialNumber()).isEqualTo(holder.serial());
    assertThat(request.nonce().length()).isEqualTo(32);
    byte[] extension =
        read.getExtension(org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
            .getExtnValue()
            .getOctets();
    assertThat(Octets.of(extension).hex()).endsWith(request.nonce().hex()).startsWith("0420");
    assertThat(
            OcspRequest.about(new OcspNeed(holder, ca.certificate()), new SecureRandom()).nonce())
        .isNotEqualTo(request.nonce());
  }
}
