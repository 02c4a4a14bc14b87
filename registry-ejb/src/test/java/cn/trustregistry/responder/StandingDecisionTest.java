package cn.trustregistry.responder;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.RevocationReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the responder says of a certificate. */
class StandingDecisionTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final TestPki.Authority root = TestPki.root("C=CN,O=OCSP Root", TestKey.Kind.P256);
  private final TestPki.Authority ca = root.authority("C=CN,O=OCSP CA");
  private final Certificate holder = ca.issue("C=CN,CN=OCSP Holder").certificate();

  private TestTrust trust() {
    return new TestTrust()
        .admit(Issuer.Kind.ANCHOR, root.certificate())
        .admit(Issuer.Kind.ISSUER, ca.certificate())
        .publish(holder, ca);
  }

  private TestTrust good() {
    return trust().take(root.crl(1), root).take(ca.crl(1), ca);
  }

  private static StandingDecision decision(TestTrust trust) {
    return new StandingDecision(trust.snapshot(), new SignatureVerifier(64), WINDOW);
  }

  private Standing ask(TestTrust trust, Instant at) {
    return decision(trust).of(holder, at);
  }

  @Test
  void published_certificate_with_fresh_lists_is_good_for_the_window() {
    assertThat(ask(good(), NOW))
        .isEqualTo(new Standing.Good(NOW.minus(Duration.ofDays(1)), NOW.plus(WINDOW)));
  }

  @Test
  void good_ends_with_the_evidence() {
    Instant end = NOW.plus(Duration.ofDays(1));
    Instant before = end.minusSeconds(60);
    assertThat(ask(good(), before))
        .isInstanceOfSatisfying(
            Standing.Good.class, good -> assertThat(good.until()).isEqualTo(end));
    assertThat(ask(good(), end.plusSeconds(1))).isEqualTo(new Standing.Undecided());
  }

  @Test
  void announced_revocation_lets_good_be_kept_no_longer() {
    TestTrust announced =
        trust()
            .take(root.crl(1), root)
            .take(ca.crl(1).revoke(holder.serial(), NOW.plusSeconds(120), 4), ca);
    assertThat(ask(announced, NOW))
        .isInstanceOfSatisfying(
            Standing.Good.class, good -> assertThat(good.until()).isEqualTo(NOW));
    assertThat(ask(announced, NOW.plusSeconds(120))).isInstanceOf(Standing.Revoked.class);
  }

  @Test
  void missing_list_of_the_issuer_or_above_it_leaves_it_undecided() {
    assertThat(ask(trust().take(root.crl(1), root), NOW)).isEqualTo(new Standing.Undecided());
    assertThat(ask(trust().take(ca.crl(1), ca), NOW)).isEqualTo(new Standing.Undecided());
    assertThat(ask(trust(), NOW)).isEqualTo(new Standing.Undecided());
  }

  @Test
  void revoked_and_held_have_their_time_and_reason_even_from_a_stale_list() {
    Instant since = NOW.minus(Duration.ofDays(3));
    TestTrust stale =
        trust().take(ca.crl(1).to(NOW.minusSeconds(5)).revoke(holder.serial(), since, 1), ca);
    assertThat(ask(stale, NOW))
        .isEqualTo(
            new Standing.Revoked(
                since, RevocationReason.KEY_COMPROMISE, NOW.minus(Duration.ofDays(1))));
    TestTrust held = trust().take(ca.crl(1).revoke(holder.serial(), since, 6), ca);
    assertThat(ask(held, NOW))
        .isInstanceOfSatisfying(
            Standing.Revoked.class,
            revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.CERTIFICATE_HOLD));
  }

  @Test
  void revoked_ca_takes_its_certificates_along() {
    Instant since = NOW.minus(Duration.ofDays(2));
    TestTrust compromised =
        trust()
            .take(root.crl(1).revoke(ca.certificate().serial(), since, 1), root)
            .take(ca.crl(1), ca);
    assertThat(ask(compromised, NOW))
        .isEqualTo(
            new Standing.Revoked(
                since, RevocationReason.CA_COMPROMISE, NOW.minus(Duration.ofDays(1))));
  }

  @Test
  void certificate_that_nobody_published_is_unknown_unless_a_list_names_it() {
    Certificate other = ca.issue("C=CN,CN=OCSP Other").certificate();
    TestTrust trust = good();
    assertThat(decision(trust).of(other, NOW)).isEqualTo(new Standing.Unknown());
    Issuer issuer = trust.snapshot().issuer(ca.certificate().sha256()).orElseThrow();
    Iterable<Issuer> issuers = List.of(issuer);
    assertThat(decision(trust).ofUnseen(issuers, other.serial(), NOW))
        .isEqualTo(new Standing.Unknown());
    TestTrust listed = trust().take(ca.crl(1).revoke(other.serial(), NOW.minusSeconds(9), 4), ca);
    assertThat(decision(listed).ofUnseen(issuers, other.serial(), NOW))
        .isInstanceOf(Standing.Revoked.class);
  }

  @Test
  void anchor_that_is_no_longer_relied_on_makes_it_unknown() {
    TestTrust ended =
        new TestTrust()
            .admit(Issuer.Kind.ANCHOR, root.certificate(), NOW.minusSeconds(1))
            .admit(Issuer.Kind.ISSUER, ca.certificate())
            .publish(holder, ca)
            .take(root.crl(1), root)
            .take(ca.crl(1), ca);
    assertThat(ask(ended, NOW)).isEqualTo(new Standing.Unknown());
  }
}
