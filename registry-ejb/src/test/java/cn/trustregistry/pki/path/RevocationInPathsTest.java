package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationCause;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.pki.revocation.RevocationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revocation as a part of paths: whose list counts, and what it costs to find out. */
class RevocationInPathsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final TestPki.Authority root = TestPki.root("C=CN,O=Root", TestKey.Kind.SM2);
  private final TestPki.Authority ca = root.authority("C=CN,O=CA");
  private final Certificate holder = ca.issue("C=CN,CN=Holder").certificate();

  private static ReceivedCrl received(TestPki.CrlSpec crl, PublicKey key) {
    return received(crl, key, NOW);
  }

  private static ReceivedCrl received(TestPki.CrlSpec crl, PublicKey key, Instant receivedAt) {
    try {
      return ReceivedCrl.of(
          RevocationList.read(crl.encode(), CrlSigners.of(List.of(key))), receivedAt);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ReceivedCrl of(TestPki.Authority issuer, TestPki.CrlSpec crl) {
    return received(crl, issuer.certificate().publicKey());
  }

  private PathJudgement judge(
      PathQuestion question, List<Certificate> issuers, ReceivedCrl... crls) {
    RevocationKnowledge knowledge = RevocationKnowledge.NONE;
    for (ReceivedCrl crl : crls) {
      knowledge = knowledge.with(crl);
    }
    List<Certificate> all = new ArrayList<>(issuers);
    all.add(ca.certificate());
    TrustMaterial material =
        TrustMaterial.of(List.of(TrustAnchor.of(root.certificate())), all, knowledge);
    return new PathValidator(new SignatureVerifier(0), SearchBudget.DEFAULT)
        .judge(question, material);
  }

  private PathQuestion question() {
    return PathQuestion.of(holder, NOW, KeyPurpose.ANY);
  }

  private static List<String> codes(PathJudgement judgement) {
    return judgement.reasons().stream().map(Reason::code).toList();
  }

  @Test
  void fresh_lists_for_every_certificate_make_a_path_valid() {
    PathJudgement judgement =
        judge(question(), List.of(), of(root, root.crl(1)), of(ca, ca.crl(1)));
    assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Verdict.VALID);
    assertThat(judgement.revocation())
        .extracting(CertificateStatus::certificate)
        .containsExactly(holder, ca.certificate());
    assertThat(judgement.revocation())
        .allSatisfy(each -> assertThat(each.status()).isInstanceOf(RevocationStatus.Good.class));
  }

  @Test
  void revoked_certificate_is_refused_with_the_crl_that_says_so() {
    TestPki.CrlSpec crl = ca.crl(7).revoke(holder.serial(), NOW.minus(DAY), 1);
    PathJudgement judgement = judge(question(), List.of(), of(root, root.crl(1)), of(ca, crl));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(codes(judgement)).containsExactly("CERTIFICATE_REVOKED");
    assertThat(judgement.reasons().get(0).evidence())
        .containsEntry("subject", "C=CN,CN=Holder")
        .containsEntry("revocationReason", "KEY_COMPROMISE")
        .containsEntry("crlNumber", "7");
    assertThat(judgement.reasons().get(0).standard()).isEqualTo("RFC 5280 6.3.3");
  }

  @Test
  void revoked_ca_takes_its_certificates_with_it() {
    TestPki.CrlSpec crl = root.crl(1).revoke(ca.certificate().serial(), NOW.minus(DAY), 2);
    PathJudgement judgement = judge(question(), List.of(), of(root, crl), of(ca, ca.crl(1)));
    assertThat(judgement.reasons()).hasSize(1);
    assertThat(judgement.reasons().get(0))
        .isInstanceOfSatisfying(
            RevocationCause.class,
            cause -> assertThat(cause.certificate()).isEqualTo(ca.certificate()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void list_counts_from_when_it_was_known() {
    ReceivedCrl revoking =
        received(
            ca.crl(2).revoke(holder.serial(), NOW.minus(DAY), 1),
            ca.certificate().publicKey(),
            NOW.plusSeconds(1));
    ReceivedCrl[] lists = {of(root, root.crl(1)), of(ca, ca.crl(1)), revoking};
    assertThat(judge(question(), List.of(), lists).verdict()).isEqualTo(Verdict.VALID);
    assertThat(judge(question().withKnownAt(NOW.plusSeconds(1)), List.of(), lists).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void grace_of_the_tenants_policy_lets_an_old_list_count() {
    ReceivedCrl[] lists = {
      of(root, root.crl(1)), of(ca, ca.crl(1).from(NOW.minus(DAY)).to(NOW.minusSeconds(60)))
    };
    assertThat(codes(judge(question(), List.of(), lists))).containsExactly("CRL_STALE");
    RevocationPolicy lenient =
        new RevocationPolicy(RevocationPolicy.Order.CRL_FIRST, DAY, null, null);
    assertThat(judge(question().withRevocationPolicy(lenient), List.of(), lists).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void issuer_without_crl_sign_does_not_sign_lists() {
    TestPki.Authority mute =
        root.authority("C=CN,O=Mute", spec -> spec.keyUsage(KeyUsage.keyCertSign));
    Certificate target = mute.issue("CN=X").certificate();
    PathJudgement judgement =
        judge(
            PathQuestion.of(target, NOW, KeyPurpose.ANY),
            List.of(mute.certificate()),
            of(root, root.crl(1)),
            of(mute, mute.crl(1)));
    assertThat(codes(judgement)).containsExactly("CRL_SIGNER_UNTRUSTED");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  private TestPki.Issued crlSigner(TestPki.Authority issuer, int usage) {
    return issuer.issue(
        "C=CN,O=CA", spec -> spec.key(TestKey.of(TestKey.Kind.SM2, "list key")).keyUsage(usage));
  }

  /** A list of the CA that its second key signed. */
  private ReceivedCrl bySecondKey(TestPki.Issued signer, TestPki.CrlSpec crl) {
    return received(crl, signer.certificate().publicKey());
  }

  private TestPki.CrlSpec crlOf(TestPki.Issued signer) {
    return new TestPki.Authority(signer.certificate(), signer.key()).crl(1);
  }

  @Test
  void second_key_of_the_ca_signs_lists_when_its_certificate_has_a_path() {
    TestPki.Issued signer = crlSigner(root, KeyUsage.cRLSign);
    ReceivedCrl list = bySecondKey(signer, crlOf(signer));
    assertThat(
            judge(question(), List.of(signer.certificate()), of(root, root.crl(1)), list).verdict())
        .isEqualTo(Verdict.VALID);
    assertThat(codes(judge(question(), List.of(), of(root, root.crl(1)), list)))
        .containsExactly("CRL_SIGNER_UNTRUSTED");
    PathQuestion offering = question().withOffered(List.of(signer.certificate()));
    assertThat(judge(offering, List.of(), of(root, root.crl(1)), list).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void second_key_needs_crl_sign() {
    TestPki.Issued signer = crlSigner(root, KeyUsage.digitalSignature);
    PathJudgement judgement =
        judge(
            question(),
            List.of(signer.certificate()),
            of(root, root.crl(1)),
            bySecondKey(signer, crlOf(signer)));
    assertThat(codes(judgement)).containsExactly("CRL_SIGNER_UNTRUSTED");
  }

  @Test
  void revoked_signer_signs_no_lists() {
    TestPki.Issued signer = crlSigner(root, KeyUsage.cRLSign);
    TestPki.CrlSpec crl = root.crl(1).revoke(signer.certificate().serial(), NOW.minus(DAY), 1);
    PathJudgement judgement =
        judge(
            question(),
            List.of(signer.certificate()),
            of(root, crl),
            bySecondKey(signer, crlOf(signer)));
    assertThat(judgement.verdict()).isNotEqualTo(Verdict.VALID);
    assertThat(codes(judgement)).contains("CRL_SIGNER_UNTRUSTED");
  }

  @Test
  void signer_whose_own_certificate_the_list_covers_is_taken_at_its_word() {
    TestPki.Issued signer = crlSigner(ca, KeyUsage.cRLSign);
    ReceivedCrl list = bySecondKey(signer, crlOf(signer));
    assertThat(
            judge(question(), List.of(signer.certificate()), of(root, root.crl(1)), list).verdict())
        .isEqualTo(Verdict.VALID);
    ReceivedCrl against =
        bySecondKey(signer, crlOf(signer).revoke(signer.certificate().serial(), NOW.minus(DAY), 1));
    assertThat(
            codes(judge(question(), List.of(signer.certificate()), of(root, root.crl(1)), against)))
        .containsExactly("CRL_SIGNER_UNTRUSTED");
  }

  @Test
  void signer_below_another_anchor_signs_no_lists() {
    TestPki.Authority stranger = TestPki.root("C=CN,O=Stranger", TestKey.Kind.SM2);
    TestPki.Issued signer = crlSigner(stranger, KeyUsage.cRLSign);
    RevocationKnowledge knowledge =
        RevocationKnowledge.NONE
            .with(of(root, root.crl(1)))
            .with(of(stranger, stranger.crl(1)))
            .with(bySecondKey(signer, crlOf(signer)));
    TrustMaterial material =
        TrustMaterial.of(
            List.of(TrustAnchor.of(root.certificate()), TrustAnchor.of(stranger.certificate())),
            List.of(ca.certificate(), signer.certificate()),
            knowledge);
    PathJudgement judgement =
        new PathValidator(new SignatureVerifier(0), SearchBudget.DEFAULT)
            .judge(question(), material);
    assertThat(codes(judgement)).containsExactly("CRL_SIGNER_UNTRUSTED");
  }

  @Test
  void list_of_a_signer_that_has_expired_since_counts_for_its_time() {
    TestPki.Issued signer =
        root.issue(
            "C=CN,O=CA",
            spec ->
                spec.key(TestKey.of(TestKey.Kind.SM2, "list key"))
                    .keyUsage(KeyUsage.cRLSign)
                    .to(NOW.plusSeconds(60)));
    ReceivedCrl list = bySecondKey(signer, crlOf(signer));
    List<Certificate> issuers = List.of(signer.certificate());
    assertThat(judge(question(), issuers, of(root, root.crl(1)), list).verdict())
        .isEqualTo(Verdict.VALID);
    PathQuestion later = PathQuestion.of(holder, NOW.plusSeconds(61), KeyPurpose.ANY);
    assertThat(codes(judge(later, issuers, of(root, root.crl(1)), list)))
        .containsExactly("CRL_SIGNER_UNTRUSTED");
  }

  @ParameterizedTest
  @CsvSource({"6, ''", "4, CRL_SIGNER_UNTRUSTED"})
  void anchor_signs_lists_for_what_is_further_below_if_its_key_may(int usage, String code) {
    TestPki.Authority top = TestPki.root("C=CN,O=Top", TestKey.Kind.SM2);
    TestPki.Authority anchor =
        new TestPki.Authority(
            top.issue("C=CN,O=Anchor", spec -> spec.ca(null).keyUsage(usage).key(top.key()))
                .certificate(),
            top.key());
    TestPki.Authority below = anchor.authority("C=CN,O=Below");
    GeneralNames signer = new GeneralNames(new GeneralName(new X500Name("C=CN,O=Anchor")));
    CRLDistPoint point =
        new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(null, null, signer)});
    UnaryOperator<TestPki.Spec> pointing =
        spec -> spec.extension(Extensions.CRL_DISTRIBUTION_POINTS, false, point);
    Certificate target = below.issue("CN=X", pointing).certificate();
    TestPki.CrlSpec indirect =
        anchor.crl(1).scope(new IssuingDistributionPoint(null, false, false, null, true, false));
    TrustMaterial material =
        TrustMaterial.of(
            List.of(TrustAnchor.of(anchor.certificate())),
            List.of(below.certificate()),
            RevocationKnowledge.NONE.with(of(anchor, indirect)));
    PathJudgement judgement =
        new PathValidator(new SignatureVerifier(0), SearchBudget.DEFAULT)
            .judge(PathQuestion.of(target, NOW, KeyPurpose.ANY), material);
    assertThat(codes(judgement)).isEqualTo(code.isEmpty() ? List.of() : List.of(code, code));
  }
}
