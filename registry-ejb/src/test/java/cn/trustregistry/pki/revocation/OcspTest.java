package cn.trustregistry.pki.revocation;

import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_NONCE_MISMATCH;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_NOT_SUCCESSFUL;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_NOT_YET_VALID;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_OTHER_CERTIFICATE;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_RESPONDER_UNTRUSTED;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_SIGNATURE_INVALID;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_TYPE_UNKNOWN;
import static cn.trustregistry.pki.revocation.OcspRefusal.Kind.OCSP_UNKNOWN_CRITICAL_EXTENSION;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CERTIFICATE_ON_HOLD;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CERTIFICATE_REVOKED;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_MISSING;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.OCSP_MISSING;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.OCSP_RESPONDER_NOT_GOOD;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.OCSP_STALE;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.OCSP_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.ReasonTexts;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevocationReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OcspTest {
  private static final Instant NOW = TestPki.NOW;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String NONCE = "1.3.6.1.5.5.7.48.1.2";
  private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
  private static final String ARCHIVE_CUTOFF = "1.3.6.1.5.5.7.48.1.6";

  private final TestPki.Authority ca = TestPki.root("C=CN,CN=OCSP CA", TestKey.Kind.P256);
  private final Certificate holder = ca.issue("CN=Holder").certificate();

  private OcspExpectation expecting(@Nullable Octets nonce) {
    return new OcspExpectation(holder, ca.key().publicKey(), nonce, NOW, Duration.ofMinutes(1));
  }

  private OcspJudgement judge(TestOcsp response) throws MalformedObjectException {
    return OcspCheck.judge(response.encode(), expecting(null));
  }

  private TestOcsp response() {
    return TestOcsp.of(ca, holder);
  }

  private static OcspAnswer accepted(OcspJudgement judgement) {
    assertThat(judgement).isInstanceOf(OcspJudgement.Accepted.class);
    return ((OcspJudgement.Accepted) judgement).answer();
  }

  private static void assertRefused(OcspJudgement judgement, OcspRefusal.Kind... kinds) {
    assertThat(judgement).isInstanceOf(OcspJudgement.Refused.class);
    List<OcspRefusal> reasons = ((OcspJudgement.Refused) judgement).reasons();
    assertThat(reasons).extracting(OcspRefusal::kind).containsExactly(kinds);
    for (OcspRefusal reason : reasons) {
      assertThat(reason.standard()).startsWith("RFC ");
      assertThat(ReasonTexts.in(Locale.CHINESE).text(reason)).contains("Holder");
    }
  }

  private TestPki.Issued delegated(UnaryOperator<TestPki.Spec> change) {
    return ca.issue(
        "CN=Responder",
        spec -> change.apply(spec.extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning)));
  }

  @Test
  void good_response_of_the_issuer_is_accepted() throws MalformedObjectException {
    OcspAnswer answer = accepted(judge(response()));
    assertThat(answer.said()).isEqualTo(OcspAnswer.Said.GOOD);
    assertThat(answer.serial()).isEqualTo(holder.serial());
    assertThat(answer.issuerKeySha256()).isEqualTo(ca.key().publicKey().sha256());
    assertThat(answer.thisUpdate()).isEqualTo(NOW.minus(HOUR));
    assertThat(answer.nextUpdate()).isEqualTo(NOW.plus(HOUR));
    assertThat(answer.receivedAt()).isEqualTo(NOW);
    assertThat(answer.responder()).isNull();
  }

  @Test
  void certificate_is_known_by_sha_1_sha_256_and_sm3() throws MalformedObjectException {
    for (AlgorithmIdentifier hash : List.of(TestOcsp.SHA_1, TestOcsp.SHA_256, TestOcsp.SM3)) {
      accepted(judge(response().hash(hash)));
    }
  }

  @Test
  void response_about_another_certificate_or_issuer_is_refused() throws MalformedObjectException {
    Certificate other = ca.issue("CN=Other").certificate();
    assertRefused(judge(TestOcsp.of(ca, other)), OCSP_OTHER_CERTIFICATE);
    TestPki.Authority twin = TestPki.root("C=CN,CN=OCSP CA 2", TestKey.Kind.P256);
    assertRefused(judge(TestOcsp.of(twin, holder)), OCSP_OTHER_CERTIFICATE);
  }

  @Test
  void revoked_response_has_date_and_reason() throws MalformedObjectException {
    Instant since = NOW.minus(Duration.ofDays(2));
    OcspAnswer answer = accepted(judge(response().status(new RevokedStatus(Date.from(since), 1))));
    assertThat(answer.said()).isEqualTo(OcspAnswer.Said.REVOKED);
    assertThat(answer.revokedAt()).isEqualTo(since);
    assertThat(answer.reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
    OcspAnswer without = accepted(judge(response().status(new RevokedStatus(Date.from(since)))));
    assertThat(without.reason()).isEqualTo(RevocationReason.UNSPECIFIED);
  }

  @Test
  void forged_response_is_refused() throws MalformedObjectException {
    assertRefused(judge(response().signedBy(ca.key().another("forger"))), OCSP_SIGNATURE_INVALID);
  }

  @Test
  void delegated_responder_is_accepted_and_its_certificate_kept() throws MalformedObjectException {
    TestPki.Issued responder = delegated(spec -> spec);
    assertThat(accepted(judge(response().by(responder))).responder())
        .isEqualTo(responder.certificate());
    TestPki.Issued unchecked = delegated(spec -> spec.extension(NO_CHECK, false, DERNull.INSTANCE));
    assertThat(accepted(judge(response().by(unchecked))).responder()).isNull();
  }

  @Test
  void delegated_responder_that_did_not_sign_is_refused() throws MalformedObjectException {
    assertRefused(
        judge(response().by(delegated(spec -> spec)).signedBy(ca.key().another("forger"))),
        OCSP_SIGNATURE_INVALID);
  }

  @Test
  void responder_the_issuer_did_not_delegate_to_is_refused() throws MalformedObjectException {
    assertRefused(judge(response().by(ca.issue("CN=Responder"))), OCSP_RESPONDER_UNTRUSTED);
    TestPki.Authority other = TestPki.root("C=CN,CN=OCSP CA", TestKey.Kind.SM2);
    TestPki.Issued foreign =
        other.issue("CN=Responder", spec -> spec.extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    assertRefused(judge(response().by(foreign)), OCSP_RESPONDER_UNTRUSTED);
    assertRefused(
        judge(response().by(delegated(spec -> spec.to(NOW.minusSeconds(1))))),
        OCSP_RESPONDER_UNTRUSTED);
    assertRefused(
        judge(response().by(delegated(spec -> spec.from(NOW.plusSeconds(1))))),
        OCSP_RESPONDER_UNTRUSTED);
    assertRefused(
        judge(
            response()
                .by(
                    delegated(
                        spec -> spec.keyUsage(org.bouncycastle.asn1.x509.KeyUsage.keyAgreement)))),
        OCSP_RESPONDER_UNTRUSTED);
    assertRefused(
        judge(response().by(delegated(spec -> spec.extension("1.2.3.4", true, DERNull.INSTANCE)))),
        OCSP_RESPONDER_UNTRUSTED);
  }

  @Test
  void response_from_the_future_is_refused() throws MalformedObjectException {
    accepted(judge(response().from(NOW.plusSeconds(60)).produced(NOW.plusSeconds(60))));
    assertRefused(judge(response().from(NOW.plusSeconds(61))), OCSP_NOT_YET_VALID);
    assertRefused(judge(response().produced(NOW.plusSeconds(61))), OCSP_NOT_YET_VALID);
  }

  @Test
  void nonce_has_to_come_back_if_one_was_sent() throws MalformedObjectException {
    byte[] nonce = {1, 2, 3, 4};
    byte[] with = response().extension(NONCE, false, new DEROctetString(nonce)).encode();
    accepted(OcspCheck.judge(with, expecting(Octets.of(nonce))));
    accepted(OcspCheck.judge(with, expecting(null)));
    assertRefused(
        OcspCheck.judge(with, expecting(Octets.of(new byte[] {1, 2, 3, 5}))), OCSP_NONCE_MISMATCH);
    assertRefused(
        OcspCheck.judge(response().encode(), expecting(Octets.of(nonce))), OCSP_NONCE_MISMATCH);
  }

  @Test
  void unknown_critical_extension_is_refused() throws MalformedObjectException {
    assertRefused(
        judge(response().extension("1.2.3.4", true, DERNull.INSTANCE)),
        OCSP_UNKNOWN_CRITICAL_EXTENSION);
    assertRefused(
        judge(response().singleExtension("1.2.3.4", true, DERNull.INSTANCE)),
        OCSP_UNKNOWN_CRITICAL_EXTENSION);
    accepted(judge(response().extension("1.2.3.4", false, DERNull.INSTANCE)));
  }

  @Test
  void response_that_is_not_successful_or_not_basic_is_refused()
      throws MalformedObjectException, IOException {
    byte[] later = new OCSPResponse(new OCSPResponseStatus(3), null).getEncoded("DER");
    assertRefused(OcspCheck.judge(later, expecting(null)), OCSP_NOT_SUCCESSFUL);
    ResponseBytes strange =
        new ResponseBytes(
            new ASN1ObjectIdentifier("1.2.3.4"), new DEROctetString(new byte[] {5, 0}));
    byte[] other = new OCSPResponse(new OCSPResponseStatus(0), strange).getEncoded("DER");
    assertRefused(OcspCheck.judge(other, expecting(null)), OCSP_TYPE_UNKNOWN);
  }

  @Test
  void octets_that_are_no_response_are_malformed() {
    byte[] good = response().by(delegated(spec -> spec)).encode();
    for (int length = 0; length < good.length; length += 7) {
      byte[] part = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> OcspCheck.judge(part, expecting(null)))
          .isInstanceOf(MalformedObjectException.class);
    }
    assertThatThrownBy(() -> OcspCheck.judge(Arrays.copyOf(good, good.length + 1), expecting(null)))
        .isInstanceOf(MalformedObjectException.class);
    assertThatThrownBy(() -> OcspCheck.judge(new byte[OcspCheck.MAX_OCTETS + 1], expecting(null)))
        .isInstanceOf(MalformedObjectException.class);
  }

  @Test
  void changed_octets_are_never_accepted() {
    byte[] good = response().by(delegated(spec -> spec)).encode();
    Random random = new Random(5);
    for (int i = 0; i < 600; i++) {
      byte[] changed = good.clone();
      changed[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        OcspJudgement judgement = OcspCheck.judge(changed, expecting(null));
        if (judgement instanceof OcspJudgement.Accepted accepted) {
          assertThat(accepted.answer().said()).isEqualTo(OcspAnswer.Said.GOOD);
          assertThat(accepted.answer().thisUpdate()).isEqualTo(NOW.minus(HOUR));
        }
      } catch (MalformedObjectException e) {
        assertThat(e.what()).isNotEmpty();
      }
    }
  }

  private RevocationKnowledge knowing(TestOcsp... responses) throws MalformedObjectException {
    RevocationKnowledge knowledge = RevocationKnowledge.NONE;
    for (TestOcsp response : responses) {
      knowledge = knowledge.with(accepted(judge(response)));
    }
    return knowledge;
  }

  private RevocationKnowledge withList(RevocationKnowledge knowledge, TestPki.CrlSpec spec)
      throws MalformedObjectException {
    RevocationList list =
        RevocationList.read(spec.encode(), CrlSigners.of(List.of(ca.key().publicKey())));
    return knowledge.with(ReceivedCrl.of(list, NOW));
  }

  private RevocationQuestion question(
      Instant at, RevocationPolicy.Order order, @Nullable Duration maxAge) {
    return new RevocationQuestion(
        holder,
        ca.key().publicKey(),
        true,
        at,
        NOW,
        new RevocationPolicy(order, Duration.ZERO, null, maxAge),
        CrlSignerCheck.ISSUER_ONLY);
  }

  private static void assertNotGood(RevocationStatus status, RevocationCause.Kind... kinds) {
    assertThat(status.causes()).extracting(RevocationCause::kind).containsExactly(kinds);
    for (RevocationCause cause : status.causes()) {
      assertThat(ReasonTexts.in(Locale.ENGLISH).text(cause)).doesNotContain("{").contains("Holder");
    }
  }

  private static void assertGood(RevocationStatus status, int pieces) {
    assertThat(status).isInstanceOf(RevocationStatus.Good.class);
    assertThat(status.evidence()).hasSize(pieces);
  }

  @Test
  void tenant_says_which_evidence_is_needed() throws MalformedObjectException {
    RevocationKnowledge ocsp = knowing(response());
    RevocationKnowledge list = withList(RevocationKnowledge.NONE, ca.crl(1));
    RevocationKnowledge both = withList(ocsp, ca.crl(1));
    RevocationQuestion listFirst = question(NOW, RevocationPolicy.Order.CRL_FIRST, null);
    RevocationQuestion ocspFirst = question(NOW, RevocationPolicy.Order.OCSP_FIRST, null);
    RevocationQuestion needsBoth = question(NOW, RevocationPolicy.Order.BOTH_REQUIRED, null);

    assertGood(ocsp.status(listFirst), 1);
    assertGood(ocsp.status(ocspFirst), 1);
    assertNotGood(ocsp.status(needsBoth), CRL_MISSING);

    assertGood(list.status(listFirst), 1);
    assertGood(list.status(ocspFirst), 1);
    assertNotGood(list.status(needsBoth), OCSP_MISSING);

    assertThat(both.status(listFirst).evidence().get(0)).isInstanceOf(RevocationEvidence.Crl.class);
    assertThat(both.status(ocspFirst).evidence().get(0))
        .isInstanceOf(RevocationEvidence.Ocsp.class);
    assertGood(both.status(needsBoth), 2);

    assertNotGood(RevocationKnowledge.NONE.status(listFirst), CRL_MISSING);
    assertNotGood(RevocationKnowledge.NONE.status(ocspFirst), OCSP_MISSING, CRL_MISSING);
    assertNotGood(RevocationKnowledge.NONE.status(needsBoth), CRL_MISSING, OCSP_MISSING);
  }

  @Test
  void revocation_by_either_source_stands_whatever_comes_first() throws MalformedObjectException {
    RevokedStatus revoked = new RevokedStatus(Date.from(NOW.minus(HOUR)), 1);
    RevocationKnowledge byOcsp = withList(knowing(response().status(revoked)), ca.crl(1));
    RevocationKnowledge byList =
        withList(knowing(response()), ca.crl(1).revoke(holder.serial(), NOW.minus(HOUR), 1));
    for (RevocationPolicy.Order order : RevocationPolicy.Order.values()) {
      assertNotGood(byOcsp.status(question(NOW, order, null)), CERTIFICATE_REVOKED);
      assertNotGood(byList.status(question(NOW, order, null)), CERTIFICATE_REVOKED);
    }
  }

  @Test
  void revocation_counts_from_its_date_on_and_hold_is_told_apart() throws MalformedObjectException {
    Instant since = NOW.minus(Duration.ofDays(2));
    RevocationKnowledge held = knowing(response().status(new RevokedStatus(Date.from(since), 6)));
    RevocationPolicy.Order first = RevocationPolicy.Order.OCSP_FIRST;
    assertNotGood(held.status(question(since, first, null)), CERTIFICATE_ON_HOLD);
    assertGood(held.status(question(since.minusSeconds(1), first, null)), 1);
  }

  @Test
  void hold_that_was_lifted_since_still_counts_for_its_own_time() throws MalformedObjectException {
    Instant early = NOW.minus(Duration.ofDays(2));
    RevocationKnowledge knowledge =
        knowing(
            response()
                .status(new RevokedStatus(Date.from(early.minusSeconds(9)), 6))
                .from(early)
                .to(early.plus(HOUR)),
            response());
    RevocationPolicy.Order first = RevocationPolicy.Order.OCSP_FIRST;
    assertNotGood(
        knowledge.status(question(early.plusSeconds(5), first, null)), CERTIFICATE_ON_HOLD);
    assertGood(knowledge.status(question(NOW, first, null)), 1);
  }

  @Test
  void response_is_good_until_its_next_update_or_its_greatest_age()
      throws MalformedObjectException {
    RevocationPolicy.Order first = RevocationPolicy.Order.OCSP_FIRST;
    RevocationKnowledge knowledge = knowing(response());
    assertGood(knowledge.status(question(NOW.plus(HOUR), first, null)), 1);
    assertNotGood(
        knowledge.status(question(NOW.plus(HOUR).plusSeconds(1), first, null)),
        OCSP_STALE,
        CRL_MISSING);
    assertNotGood(
        knowledge.status(question(NOW, first, HOUR.minusSeconds(1))), OCSP_STALE, CRL_MISSING);
    RevocationKnowledge open = knowing(response().to(null));
    assertNotGood(open.status(question(NOW, first, null)), OCSP_STALE, CRL_MISSING);
    assertGood(open.status(question(NOW, first, HOUR)), 1);
  }

  @Test
  void unknown_is_not_good() throws MalformedObjectException {
    assertNotGood(
        knowing(response().status(new UnknownStatus()))
            .status(question(NOW, RevocationPolicy.Order.OCSP_FIRST, null)),
        OCSP_UNKNOWN,
        CRL_MISSING);
  }

  @Test
  void responder_has_to_be_good_itself() throws MalformedObjectException {
    TestPki.Issued responder = delegated(spec -> spec.serial(77));
    RevocationKnowledge alone = knowing(response().by(responder));
    RevocationQuestion question = question(NOW, RevocationPolicy.Order.BOTH_REQUIRED, null);
    assertNotGood(alone.status(question), CRL_MISSING, OCSP_RESPONDER_NOT_GOOD);
    assertGood(withList(alone, ca.crl(1)).status(question), 2);
    TestPki.CrlSpec revoking =
        ca.crl(1).revoke(responder.certificate().serial(), NOW.minus(HOUR), 1);
    assertNotGood(withList(alone, revoking).status(question), OCSP_RESPONDER_NOT_GOOD);
  }

  @Test
  void response_after_the_end_of_validity_needs_an_archive() throws MalformedObjectException {
    Certificate expired =
        ca.issue("CN=Holder", spec -> spec.serial(5).to(NOW.minus(Duration.ofDays(9))))
            .certificate();
    OcspExpectation expectation =
        new OcspExpectation(expired, ca.key().publicKey(), null, NOW, Duration.ZERO);
    OcspAnswer plain = accepted(OcspCheck.judge(TestOcsp.of(ca, expired).encode(), expectation));
    OcspAnswer archived =
        accepted(
            OcspCheck.judge(
                TestOcsp.of(ca, expired)
                    .singleExtension(
                        ARCHIVE_CUTOFF, false, new ASN1GeneralizedTime("20260101000000Z"))
                    .encode(),
                expectation));
    RevocationQuestion question =
        new RevocationQuestion(
            expired,
            ca.key().publicKey(),
            true,
            NOW,
            NOW,
            new RevocationPolicy(RevocationPolicy.Order.OCSP_FIRST, Duration.ZERO, null, null),
            CrlSignerCheck.ISSUER_ONLY);
    assertNotGood(RevocationKnowledge.NONE.with(plain).status(question), OCSP_STALE, CRL_MISSING);
    assertGood(RevocationKnowledge.NONE.with(archived).status(question), 1);
  }
}
