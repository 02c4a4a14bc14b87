package cn.trustregistry.pki.revocation;

import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CERTIFICATE_ON_HOLD;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CERTIFICATE_REVOKED;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_DROPS_EXPIRED;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_MISSING;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_OUT_OF_SCOPE;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_SCOPE_INCOMPLETE;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_SIGNATURE_UNVERIFIED;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_SIGNER_UNTRUSTED;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_STALE;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.CRL_UNKNOWN_CRITICAL_EXTENSION;
import static cn.trustregistry.pki.revocation.RevocationCause.Kind.DELTA_WITHOUT_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.ReasonTexts;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevocationKnowledgeTest {
  private static final Instant NOW = TestPki.NOW;
  private static final Duration DAY = Duration.ofDays(1);

  private final TestPki.Authority ca = TestPki.root("C=CN,CN=Revoking CA", TestKey.Kind.SM2);
  private final Certificate holder = ca.issue("CN=Holder").certificate();

  private static Instant day(int days) {
    return NOW.plus(DAY.multipliedBy(days));
  }

  private RevocationList read(TestPki.CrlSpec spec, TestKey... others) {
    List<TestKey> keys = new ArrayList<>(List.of(others));
    keys.add(ca.key());
    try {
      return RevocationList.read(
          spec.encode(), CrlSigners.of(keys.stream().map(TestKey::publicKey).toList()));
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Knowledge of these lists, each received when it was issued. */
  private RevocationKnowledge knowing(TestPki.CrlSpec... specs) {
    RevocationKnowledge knowledge = RevocationKnowledge.NONE;
    for (TestPki.CrlSpec spec : specs) {
      RevocationList list = read(spec);
      knowledge = knowledge.with(ReceivedCrl.of(list, list.thisUpdate()));
    }
    return knowledge;
  }

  private TestPki.CrlSpec revoking(int number, Instant since, int reason) {
    return ca.crl(number).revoke(holder.serial(), since, reason);
  }

  private RevocationQuestion question(Certificate certificate, Instant at, Instant knownAt) {
    return new RevocationQuestion(
        certificate,
        ca.key().publicKey(),
        true,
        at,
        knownAt,
        RevocationPolicy.STRICT,
        CrlSignerCheck.ISSUER_ONLY);
  }

  private RevocationStatus status(RevocationKnowledge knowledge, Instant at) {
    return knowledge.status(question(holder, at, NOW.plus(DAY.multipliedBy(1000))));
  }

  private RevocationStatus status(RevocationKnowledge knowledge, Certificate certificate) {
    return knowledge.status(question(certificate, NOW, NOW));
  }

  private static void assertGood(RevocationStatus status) {
    assertThat(status).isInstanceOf(RevocationStatus.Good.class);
    assertThat(status.causes()).isEmpty();
    assertThat(status.evidence()).isNotEmpty();
  }

  private static void assertNotGood(RevocationStatus status, RevocationCause.Kind... kinds) {
    assertThat(status.causes()).extracting(RevocationCause::kind).containsExactly(kinds);
    for (RevocationCause cause : status.causes()) {
      assertThat(cause.evidence()).containsKeys("subject", "serial", "certificate");
      assertThat(cause.standard()).startsWith("RFC ");
      String text = ReasonTexts.in(Locale.ENGLISH).text(cause);
      assertThat(text).contains("Holder").doesNotContain("{").doesNotContain(" -");
    }
  }

  private static RevocationPolicy policy(Duration grace, @Nullable Duration maxAge) {
    return new RevocationPolicy(RevocationPolicy.Order.CRL_FIRST, grace, maxAge, null);
  }

  @Test
  void nothing_known_is_unknown() {
    assertNotGood(status(RevocationKnowledge.NONE, NOW), CRL_MISSING);
  }

  @Test
  void certificate_that_a_current_list_does_not_name_is_good_with_that_list_as_evidence() {
    RevocationStatus status = status(knowing(ca.crl(4)), NOW);
    assertGood(status);
    assertThat(status.evidence().get(0).facts())
        .containsEntry("crlNumber", "4")
        .containsEntry("crlSha256", read(ca.crl(4)).sha256())
        .containsEntry("thisUpdate", day(-1).toString())
        .containsEntry("nextUpdate", day(1).toString());
  }

  @Test
  void revoked_certificate_is_refused_with_the_list_that_says_so() {
    RevocationStatus status = status(knowing(revoking(4, day(-3), CRLReason.keyCompromise)), NOW);
    assertNotGood(status, CERTIFICATE_REVOKED);
    assertThat(status.causes().get(0).evidence())
        .containsEntry("revocationReason", "KEY_COMPROMISE")
        .containsEntry("revokedAt", day(-3).toString())
        .containsEntry("crlNumber", "4");
  }

  @Test
  void entry_counts_from_its_date_of_revocation_on() {
    RevocationKnowledge knowledge = knowing(revoking(4, day(-3), CRLReason.superseded));
    assertGood(status(knowledge, day(-3).minusSeconds(1)));
    assertNotGood(status(knowledge, day(-3)), CERTIFICATE_REVOKED);
  }

  @Test
  void certificate_of_the_same_number_and_another_issuer_is_not_meant() {
    TestPki.Authority other = TestPki.root("C=CN,CN=Other", TestKey.Kind.SM2);
    RevocationList list = read(other.crl(1).revoke(holder.serial(), day(-3), 1), other.key());
    RevocationKnowledge knowledge = knowing(ca.crl(1)).with(ReceivedCrl.of(list, day(-1)));
    assertGood(status(knowledge, NOW));
  }

  @Test
  void list_is_silent_until_its_next_update_and_the_grace_of_the_tenant() {
    RevocationKnowledge knowledge = knowing(ca.crl(1));
    assertGood(status(knowledge, day(1)));
    Instant late = day(1).plusSeconds(1);
    assertNotGood(status(knowledge, late), CRL_STALE);
    RevocationQuestion question = question(holder, late, late);
    assertGood(knowledge.status(with(question, policy(Duration.ofSeconds(1), null))));
    assertNotGood(
        knowledge.status(with(question, policy(Duration.ZERO, DAY.multipliedBy(9)))), CRL_STALE);
  }

  @Test
  void list_older_than_the_tenant_allows_is_stale() {
    RevocationQuestion question = question(holder, NOW, NOW);
    RevocationKnowledge knowledge = knowing(ca.crl(1));
    assertGood(knowledge.status(with(question, policy(Duration.ZERO, DAY))));
    assertNotGood(
        knowledge.status(with(question, policy(Duration.ZERO, DAY.minusSeconds(1)))), CRL_STALE);
  }

  private static RevocationQuestion with(RevocationQuestion question, RevocationPolicy policy) {
    return new RevocationQuestion(
        question.certificate(),
        question.issuerKey(),
        question.issuerMaySignCrls(),
        question.at(),
        question.knownAt(),
        policy,
        question.signers());
  }

  @Test
  void list_without_next_update_is_silent_for_the_moment_of_its_issue_only() {
    RevocationKnowledge knowledge = knowing(ca.crl(1).to(null));
    assertGood(status(knowledge, day(-1)));
    assertNotGood(status(knowledge, day(-1).plusSeconds(1)), CRL_STALE);
  }

  @Test
  void revocation_on_a_stale_list_still_counts() {
    assertNotGood(status(knowing(revoking(1, day(-3), 1)), day(90)), CERTIFICATE_REVOKED);
  }

  @Test
  void later_list_answers_for_the_past() {
    assertGood(status(knowing(ca.crl(1)), day(-90)));
    assertNotGood(status(knowing(revoking(1, day(-100), 1)), day(-90)), CERTIFICATE_REVOKED);
  }

  @Test
  void knowledge_received_later_does_not_count() {
    RevocationKnowledge before = knowing(ca.crl(1).from(day(-2)));
    RevocationList second = read(revoking(2, day(-3), 1));
    RevocationKnowledge after = before.with(ReceivedCrl.of(second, NOW.plusSeconds(1)));
    assertGood(after.status(question(holder, NOW, NOW)));
    assertNotGood(after.status(question(holder, NOW, NOW.plusSeconds(1))), CERTIFICATE_REVOKED);
    assertThat(after.status(question(holder, NOW, NOW)))
        .isEqualTo(before.status(question(holder, NOW, NOW)));
  }

  @Test
  void receiving_a_list_again_does_not_make_it_known_later() {
    RevocationList list = read(ca.crl(1));
    RevocationKnowledge knowledge =
        RevocationKnowledge.NONE
            .with(ReceivedCrl.of(list, day(-1)))
            .with(ReceivedCrl.of(list, day(5)));
    assertGood(knowledge.status(question(holder, NOW, NOW)));
  }

  @Test
  void order_of_receipt_makes_no_difference() {
    List<TestPki.CrlSpec> specs =
        new ArrayList<>(
            List.of(
                ca.crl(1).from(day(-9)).to(day(-6)),
                revoking(2, day(-8), CRLReason.certificateHold).from(day(-7)).to(day(-4)),
                ca.crl(3).from(day(-5)).to(day(-2)),
                ca.crl(4).deltaTo(3).from(day(-4)).to(day(-2)),
                revoking(5, day(-2), CRLReason.keyCompromise)));
    RevocationKnowledge inOrder = knowing(specs.toArray(TestPki.CrlSpec[]::new));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(specs, new Random(seed));
      RevocationKnowledge shuffled = knowing(specs.toArray(TestPki.CrlSpec[]::new));
      for (int at = -10; at < 3; at++) {
        assertThat(status(shuffled, day(at))).isEqualTo(status(inOrder, day(at)));
      }
    }
  }

  @Test
  void hold_that_was_lifted_since_still_counts_for_its_own_time() {
    RevocationKnowledge knowledge =
        knowing(
            revoking(1, day(-8), CRLReason.certificateHold).from(day(-7)).to(day(-5)),
            ca.crl(2).from(day(-5)).to(day(1)));
    assertNotGood(status(knowledge, day(-6)), CERTIFICATE_ON_HOLD);
    assertGood(status(knowledge, NOW));
  }

  @Test
  void expired_certificate_is_answered_by_the_last_list_that_had_to_name_it() {
    Certificate expired = ca.issue("CN=Holder", spec -> spec.serial(99).to(day(-30))).certificate();
    RevocationKnowledge later = knowing(ca.crl(9));
    assertNotGood(later.status(question(expired, day(-40), NOW)), CRL_DROPS_EXPIRED);
    RevocationKnowledge both = knowing(ca.crl(5).from(day(-31)).to(day(-29)), ca.crl(9));
    assertGood(both.status(question(expired, day(-40), NOW)));
    assertGood(both.status(question(expired, NOW, NOW)));
    RevocationKnowledge tooEarly = knowing(ca.crl(5).from(day(-60)).to(day(-50)), ca.crl(9));
    assertNotGood(tooEarly.status(question(expired, day(-40), NOW)), CRL_STALE);
  }

  @Test
  void list_that_keeps_expired_certificates_answers_for_them() {
    Certificate expired = ca.issue("CN=Holder", spec -> spec.serial(99).to(day(-30))).certificate();
    TestPki.CrlSpec keeping =
        ca.crl(9).extension("2.5.29.60", false, new ASN1GeneralizedTime("20260101000000Z"));
    assertGood(knowing(keeping).status(question(expired, day(-40), NOW)));
    TestPki.CrlSpec keepingLess =
        ca.crl(9).extension("2.5.29.60", false, new ASN1GeneralizedTime("20261101000000Z"));
    assertNotGood(knowing(keepingLess).status(question(expired, day(-40), NOW)), CRL_DROPS_EXPIRED);
  }

  @Test
  void delta_adds_to_its_base() {
    RevocationKnowledge knowledge =
        knowing(
            ca.crl(1).from(day(-5)).to(day(5)),
            revoking(2, day(-2), CRLReason.keyCompromise).deltaTo(1));
    assertNotGood(status(knowledge, NOW), CERTIFICATE_REVOKED);
    assertThat(status(knowledge, NOW).causes().get(0).evidence())
        .containsEntry("crlNumber", "1")
        .containsEntry("deltaNumber", "2");
  }

  @Test
  void delta_removes_a_hold_of_its_base() {
    RevocationKnowledge base =
        knowing(revoking(1, day(-6), CRLReason.certificateHold).from(day(-5)).to(day(5)));
    assertNotGood(status(base, NOW), CERTIFICATE_ON_HOLD);
    RevocationList delta = read(revoking(2, day(-2), CRLReason.removeFromCRL).deltaTo(1));
    assertGood(status(base.with(ReceivedCrl.of(delta, day(-1))), NOW));
  }

  @Test
  void delta_makes_a_stale_base_fresh_and_goes_stale_itself() {
    RevocationKnowledge knowledge =
        knowing(ca.crl(1).from(day(-5)).to(day(-3)), ca.crl(2).deltaTo(1));
    assertGood(status(knowledge, NOW));
    assertNotGood(status(knowledge, day(2)), CRL_STALE);
  }

  @Test
  void delta_that_starts_after_the_base_or_lies_before_it_is_not_joined() {
    RevocationKnowledge gap = knowing(ca.crl(1).from(day(-5)).to(day(-3)), ca.crl(3).deltaTo(2));
    assertNotGood(status(gap, NOW), CRL_STALE);
    RevocationKnowledge old = knowing(ca.crl(4).from(day(-2)), revoking(3, day(-3), 1).deltaTo(2));
    assertGood(status(old, NOW));
  }

  @Test
  void delta_alone_is_not_enough() {
    assertNotGood(status(knowing(ca.crl(2).deltaTo(1)), NOW), DELTA_WITHOUT_BASE);
  }

  @Test
  void unknown_critical_extension_makes_a_list_say_nothing_and_no_older_one_steps_in() {
    TestPki.CrlSpec strange = revoking(2, day(-3), 1).extension("1.2.3.4", true, DERNull.INSTANCE);
    RevocationStatus status = status(knowing(ca.crl(1).from(day(-2)), strange), NOW);
    assertNotGood(status, CRL_UNKNOWN_CRITICAL_EXTENSION);
    assertThat(status.causes().get(0).evidence()).containsEntry("detail", "[1.2.3.4]");
  }

  @Test
  void unknown_critical_extension_of_any_entry_makes_a_list_say_nothing() {
    TestPki.CrlSpec strange =
        ca.crl(2)
            .entry(
                holder.serial().negate(),
                day(-3),
                TestPki.extensionOf("1.2.3.4", true, DERNull.INSTANCE));
    assertNotGood(status(knowing(strange), NOW), CRL_UNKNOWN_CRITICAL_EXTENSION);
  }

  @Test
  void list_with_a_bad_signature_says_nothing() {
    TestPki.CrlSpec forged = revoking(1, day(-3), 1).signedBy(ca.key().another("forger"));
    assertNotGood(status(knowing(forged), NOW), CRL_SIGNATURE_UNVERIFIED);
  }

  @Test
  void verified_mark_of_a_stored_list_counts_without_verifying_again()
      throws MalformedObjectException {
    RevocationList list = RevocationList.read(ca.crl(1).encode(), CrlSigners.NONE);
    ReceivedCrl stored = new ReceivedCrl(list, ca.key().publicKey().sha256(), day(-1));
    assertGood(status(RevocationKnowledge.NONE.with(stored), NOW));
  }

  @Test
  void issuer_without_the_right_to_sign_lists_is_not_believed() {
    RevocationQuestion question =
        new RevocationQuestion(
            holder,
            ca.key().publicKey(),
            false,
            NOW,
            NOW,
            RevocationPolicy.STRICT,
            CrlSignerCheck.ISSUER_ONLY);
    assertNotGood(knowing(ca.crl(1)).status(question), CRL_SIGNER_UNTRUSTED);
  }

  @Test
  void list_signed_by_a_second_key_counts_if_the_path_room_allows_it() {
    TestKey second = ca.key().another("second");
    RevocationList list = read(ca.crl(1).signedBy(second), second);
    RevocationKnowledge knowledge =
        RevocationKnowledge.NONE.with(ReceivedCrl.of(list, list.thisUpdate()));
    assertNotGood(status(knowledge, NOW), CRL_SIGNER_UNTRUSTED);
    CrlSignerCheck allowing =
        (name, key, when) ->
            name.equals(ca.certificate().subject())
                && key.equals(second.publicKey().sha256())
                && when.equals(NOW);
    assertGood(knowledge.status(asking(holder, allowing)));
  }

  private RevocationQuestion asking(Certificate certificate, CrlSignerCheck signers) {
    return new RevocationQuestion(
        certificate, ca.key().publicKey(), true, NOW, NOW, RevocationPolicy.STRICT, signers);
  }

  @Test
  void second_key_that_names_the_certificate_is_heard_although_the_first_does_not() {
    TestKey second = ca.key().another("second");
    RevocationList list = read(revoking(1, day(-3), 1).signedBy(second), second);
    RevocationKnowledge knowledge = knowing(ca.crl(1)).with(ReceivedCrl.of(list, day(-1)));
    assertGood(status(knowledge, NOW));
    assertNotGood(knowledge.status(asking(holder, (name, key, when) -> true)), CERTIFICATE_REVOKED);
  }

  private static DistributionPointName fullName(String uri) {
    return new DistributionPointName(
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
  }

  private Certificate with(DistributionPoint... points) {
    return ca.issue(
            "CN=Holder",
            spec ->
                spec.extension(Extensions.CRL_DISTRIBUTION_POINTS, false, new CRLDistPoint(points)))
        .certificate();
  }

  private static IssuingDistributionPoint partition(String uri) {
    return new IssuingDistributionPoint(fullName(uri), false, false, null, false, false);
  }

  @Test
  void partition_answers_for_the_certificates_that_point_to_it() {
    Certificate pointing = with(new DistributionPoint(fullName("http://ca/1.crl"), null, null));
    assertGood(status(knowing(ca.crl(1).scope(partition("http://ca/1.crl"))), pointing));
    assertNotGood(
        status(knowing(ca.crl(1).scope(partition("http://ca/2.crl"))), pointing), CRL_OUT_OF_SCOPE);
    assertNotGood(
        status(knowing(ca.crl(1).scope(partition("http://ca/1.crl"))), holder), CRL_OUT_OF_SCOPE);
  }

  @Test
  void list_of_ca_or_user_certificates_only_covers_no_others() {
    Certificate authority = ca.authority("CN=Holder CA").certificate();
    TestPki.CrlSpec users =
        ca.crl(1).scope(new IssuingDistributionPoint(null, true, false, null, false, false));
    TestPki.CrlSpec authorities =
        ca.crl(1).scope(new IssuingDistributionPoint(null, false, true, null, false, false));
    assertGood(status(knowing(users), holder));
    assertNotGood(status(knowing(users), authority), CRL_OUT_OF_SCOPE);
    assertGood(status(knowing(authorities), authority));
    assertNotGood(status(knowing(authorities), holder), CRL_OUT_OF_SCOPE);
    assertGood(status(knowing(users, authorities), authority));
  }

  private TestPki.CrlSpec forReasons(int bits) {
    return ca.crl(1)
        .scope(
            new IssuingDistributionPoint(null, false, false, new ReasonFlags(bits), false, false));
  }

  @Test
  void all_reasons_have_to_be_covered() {
    int some = ReasonFlags.keyCompromise | ReasonFlags.cACompromise;
    int others =
        ReasonFlags.affiliationChanged
            | ReasonFlags.superseded
            | ReasonFlags.cessationOfOperation
            | ReasonFlags.certificateHold
            | ReasonFlags.privilegeWithdrawn
            | ReasonFlags.aACompromise;
    RevocationStatus partly = status(knowing(forReasons(some)), NOW);
    assertNotGood(partly, CRL_SCOPE_INCOMPLETE);
    assertThat(partly.causes().get(0).evidence().get("missingReasons"))
        .contains("SUPERSEDED")
        .doesNotContain("KEY_COMPROMISE");
    assertGood(status(knowing(forReasons(some), forReasons(others)), NOW));
  }

  @Test
  void revocation_on_a_list_of_some_reasons_counts() {
    assertNotGood(
        status(
            knowing(forReasons(ReasonFlags.keyCompromise).revoke(holder.serial(), day(-2), 1)),
            NOW),
        CERTIFICATE_REVOKED);
  }

  @Test
  void indirect_list_answers_for_the_certificates_that_name_its_issuer() {
    TestPki.Authority other = TestPki.root("C=CN,CN=List Signer", TestKey.Kind.SM2);
    GeneralNames signer =
        new GeneralNames(new GeneralName(other.certificate().subject().toX500Name()));
    Certificate pointing = with(new DistributionPoint(fullName("http://x/"), null, signer));
    TestPki.CrlSpec indirect =
        other
            .crl(1)
            .scope(
                new IssuingDistributionPoint(
                    fullName("http://x/"), false, false, null, true, false))
            .entry(
                pointing.serial(),
                day(-3),
                TestPki.extensionOf(
                    "2.5.29.29",
                    true,
                    new GeneralNames(new GeneralName(ca.certificate().subject().toX500Name()))));
    RevocationKnowledge knowledge =
        RevocationKnowledge.NONE.with(ReceivedCrl.of(read(indirect, other.key()), day(-1)));
    CrlSignerCheck allowing = (name, key, when) -> key.equals(other.key().publicKey().sha256());
    assertNotGood(knowledge.status(asking(pointing, allowing)), CERTIFICATE_REVOKED);
    assertNotGood(
        knowledge.status(asking(pointing, CrlSignerCheck.ISSUER_ONLY)), CRL_SIGNER_UNTRUSTED);
    assertNotGood(knowledge.status(asking(holder, allowing)), CRL_MISSING);
  }

  @Test
  void list_of_a_named_crl_issuer_has_to_be_indirect() {
    TestPki.Authority other = TestPki.root("C=CN,CN=List Signer", TestKey.Kind.SM2);
    GeneralNames signer =
        new GeneralNames(new GeneralName(other.certificate().subject().toX500Name()));
    Certificate pointing = with(new DistributionPoint(fullName("http://x/"), null, signer));
    RevocationKnowledge knowledge =
        RevocationKnowledge.NONE.with(ReceivedCrl.of(read(other.crl(1), other.key()), day(-1)));
    assertNotGood(knowledge.status(asking(pointing, (name, key, when) -> true)), CRL_OUT_OF_SCOPE);
  }

  private RevocationNotice notice(
      String id, Action action, Instant effectiveAt, Instant receivedAt) {
    return new RevocationNotice(
        id,
        ca.certificate().subject(),
        ca.key().publicKey().sha256(),
        holder.serial(),
        action,
        action == Action.HOLD ? RevocationReason.CERTIFICATE_HOLD : RevocationReason.SUPERSEDED,
        effectiveAt,
        receivedAt);
  }

  @Test
  void notice_of_revocation_counts_at_once_and_for_ever() {
    RevocationKnowledge knowledge =
        knowing(ca.crl(1)).with(notice("n1", Action.REVOKE, day(-1), NOW));
    RevocationStatus status = knowledge.status(question(holder, NOW, NOW));
    assertNotGood(status, CERTIFICATE_REVOKED);
    assertThat(status.causes().get(0).evidence()).containsEntry("noticeId", "n1");
    assertGood(knowledge.status(question(holder, NOW, NOW.minusSeconds(1))));
    assertGood(knowledge.status(question(holder, day(-1).minusSeconds(1), NOW)));
    RevocationList later = read(ca.crl(2).from(NOW.plusSeconds(1)));
    assertNotGood(
        status(knowledge.with(ReceivedCrl.of(later, NOW.plusSeconds(2))), day(1)),
        CERTIFICATE_REVOKED);
  }

  @Test
  void notice_about_the_same_number_under_another_key_is_not_meant() {
    RevocationNotice other =
        new RevocationNotice(
            "n1",
            ca.certificate().subject(),
            ca.key().another("other").publicKey().sha256(),
            holder.serial(),
            Action.REVOKE,
            RevocationReason.SUPERSEDED,
            day(-1),
            day(-1));
    assertGood(status(knowing(ca.crl(1)).with(other), NOW));
  }

  @Test
  void notice_of_hold_stands_until_a_notice_of_release() {
    RevocationKnowledge held =
        knowing(ca.crl(1).from(day(-5))).with(notice("n1", Action.HOLD, day(-3), day(-3)));
    assertNotGood(status(held, NOW), CERTIFICATE_ON_HOLD);
    assertNotGood(
        status(held.with(ReceivedCrl.of(read(ca.crl(2)), day(-1))), NOW), CERTIFICATE_ON_HOLD);
    RevocationKnowledge released = held.with(notice("n2", Action.RELEASE, day(-1), day(-1)));
    assertGood(status(released, NOW));
    assertNotGood(status(released, day(-2)), CERTIFICATE_ON_HOLD);
  }

  @Test
  void notice_of_release_lifts_the_hold_of_lists_issued_before_it_only() {
    RevocationKnowledge listed =
        knowing(revoking(1, day(-9), CRLReason.certificateHold).from(day(-3)));
    assertGood(status(listed.with(notice("n1", Action.RELEASE, day(-2), day(-2))), NOW));
    assertNotGood(
        status(listed.with(notice("n1", Action.RELEASE, day(-4), day(-4))), NOW),
        CERTIFICATE_ON_HOLD);
  }

  @Test
  void notice_of_release_does_not_lift_a_revocation() {
    RevocationNotice release = notice("n2", Action.RELEASE, day(-1), day(-1));
    assertNotGood(
        status(knowing(revoking(1, day(-9), 1).from(day(-3))).with(release), NOW),
        CERTIFICATE_REVOKED);
    assertNotGood(
        status(
            knowing(ca.crl(1)).with(notice("n1", Action.REVOKE, day(-2), day(-2))).with(release),
            NOW),
        CERTIFICATE_REVOKED);
  }

  @Test
  void revocation_is_severer_than_hold_whatever_says_it() {
    RevocationKnowledge knowledge =
        knowing(revoking(1, day(-2), CRLReason.keyCompromise))
            .with(notice("n1", Action.HOLD, day(-3), day(-3)));
    assertNotGood(status(knowledge, NOW), CERTIFICATE_REVOKED);
  }

  @Test
  void thousands_of_notices_are_all_found() {
    RevocationKnowledge knowledge = knowing(ca.crl(1));
    for (int i = 0; i < 3_000; i++) {
      RevocationNotice one = notice("n" + i, Action.REVOKE, day(-1), day(-1));
      knowledge =
          knowledge.with(
              new RevocationNotice(
                  one.id(),
                  one.issuer(),
                  one.issuerKeySha256(),
                  java.math.BigInteger.valueOf(i),
                  one.action(),
                  one.reason(),
                  one.effectiveAt(),
                  one.receivedAt()));
    }
    for (int serial : new int[] {0, 1, 511, 512, 513, 1_500, 2_999}) {
      Certificate certificate = ca.issue("CN=Holder", spec -> spec.serial(serial)).certificate();
      assertNotGood(status(knowledge, certificate), CERTIFICATE_REVOKED);
    }
    assertGood(status(knowledge, ca.issue("CN=Holder", spec -> spec.serial(3_000)).certificate()));
  }

  @Test
  void every_list_that_changed_what_is_said_of_a_certificate_is_told_oldest_first() {
    RevocationKnowledge knowledge =
        knowing(
            ca.crl(7).from(day(-1)),
            revoking(2, day(-9), CRLReason.certificateHold).from(day(-8)),
            revoking(3, day(-9), CRLReason.certificateHold).from(day(-7)),
            ca.crl(1).from(day(-10)),
            ca.crl(4).deltaTo(3).from(day(-6)),
            revoking(5, day(-9), CRLReason.removeFromCRL).deltaTo(3).from(day(-5)),
            revoking(6, day(-4), CRLReason.keyCompromise).from(day(-4)));
    List<ListingChange> changes = knowledge.changes(holder, ca.key().publicKey());
    assertThat(changes)
        .extracting(change -> String.valueOf(change.crlNumber()))
        .containsExactly("2", "5", "6", "7");
    assertThat(changes)
        .extracting(change -> change.entry() == null ? null : change.entry().reason())
        .containsExactly(
            RevocationReason.CERTIFICATE_HOLD, null, RevocationReason.KEY_COMPROMISE, null);
    TestPki.Authority other = TestPki.root("C=CN,CN=Revoking CA", TestKey.Kind.P256);
    assertThat(knowledge.changes(holder, other.key().publicKey())).isEmpty();
    assertThat(knowledge.changes(ca.issue("CN=Somebody").certificate(), ca.key().publicKey()))
        .isEmpty();
  }
}
