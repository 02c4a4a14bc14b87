package cn.trustregistry.pki.crl;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.ReasonTexts;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.junit.jupiter.api.Test;

class CrlAcceptanceTest {
  private static final Instant NOW = TestPki.NOW;
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final TestPki.Authority ca = TestPki.root("C=CN,CN=Acceptance", TestKey.Kind.SM2);

  private RevocationList read(TestPki.CrlSpec spec) {
    try {
      return RevocationList.read(spec.encode(), CrlSigners.of(List.of(ca.key().publicKey())));
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  private CrlJudgement judge(TestPki.CrlSpec spec, RevocationList... taken) {
    Set<String> allowed = Set.of(ca.key().publicKey().sha256());
    return CrlAcceptance.judge(new CrlOffer(read(spec), allowed, List.of(taken), NOW, SKEW));
  }

  private static void assertRefused(CrlJudgement judgement, CrlRefusal.Kind... kinds) {
    assertThat(judgement).isInstanceOf(CrlJudgement.Refused.class);
    List<CrlRefusal> reasons = ((CrlJudgement.Refused) judgement).reasons();
    assertThat(reasons).extracting(CrlRefusal::kind).containsExactly(kinds);
    for (Reason reason : reasons) {
      assertThat(reason.standard()).startsWith("RFC 5280");
      assertThat(reason.evidence()).containsKeys("crlIssuer", "crlNumber", "crlSha256", "detail");
      assertThat(ReasonTexts.in(Locale.CHINESE).text(reason)).doesNotContain("{");
    }
  }

  private static List<CrlWarning.Kind> warnings(CrlJudgement judgement) {
    assertThat(judgement).isInstanceOf(CrlJudgement.Accepted.class);
    List<CrlWarning> warnings = ((CrlJudgement.Accepted) judgement).warnings();
    for (CrlWarning warning : warnings) {
      assertThat(ReasonTexts.in(Locale.ENGLISH).text(warning.code(), warning.evidence()))
          .contains(warning.detail());
    }
    return warnings.stream().map(CrlWarning::kind).toList();
  }

  @Test
  void first_list_of_an_issuer_is_accepted_with_the_key_that_signed_it() {
    CrlJudgement judgement = judge(ca.crl(1));
    assertThat(warnings(judgement)).isEmpty();
    assertThat(((CrlJudgement.Accepted) judgement).signer()).isEqualTo(ca.key().publicKey());
  }

  @Test
  void same_octets_again_are_a_duplicate() {
    assertThat(judge(ca.crl(1), read(ca.crl(1))))
        .isEqualTo(new CrlJudgement.Duplicate(read(ca.crl(1))));
  }

  @Test
  void list_that_nobody_is_known_to_sign_is_refused() throws MalformedObjectException {
    RevocationList list = RevocationList.read(ca.crl(1).encode(), CrlSigners.NONE);
    assertRefused(
        CrlAcceptance.judge(new CrlOffer(list, Set.of(), List.of(), NOW, SKEW)),
        CrlRefusal.Kind.CRL_ISSUER_UNKNOWN);
  }

  @Test
  void list_signed_by_a_stranger_is_refused() {
    assertRefused(
        judge(ca.crl(1).signedBy(ca.key().another("stranger"))),
        CrlRefusal.Kind.CRL_SIGNATURE_INVALID);
  }

  @Test
  void key_without_the_right_to_sign_lists_is_refused() {
    assertRefused(
        CrlAcceptance.judge(new CrlOffer(read(ca.crl(1)), Set.of(), List.of(), NOW, SKEW)),
        CrlRefusal.Kind.CRL_SIGNER_NOT_ALLOWED);
  }

  @Test
  void number_must_rise() {
    RevocationList taken = read(ca.crl(5));
    assertRefused(judge(ca.crl(4), taken), CrlRefusal.Kind.CRL_NUMBER_FELL);
    assertRefused(
        judge(ca.crl(5).to(NOW.plusSeconds(7)), taken), CrlRefusal.Kind.CRL_NUMBER_REUSED);
    assertThat(warnings(judge(ca.crl(6), taken))).isEmpty();
  }

  @Test
  void number_counts_for_each_scope_key_and_kind_of_list_by_itself() {
    RevocationList taken = read(ca.crl(5));
    assertThat(warnings(judge(ca.crl(2).scope(usersOnly()), taken))).isEmpty();
    assertThat(
            warnings(
                judge(
                    ca.crl(2)
                        .extension("2.5.29.35", false, new AuthorityKeyIdentifier(new byte[] {9})),
                    taken)))
        .isEmpty();
    assertThat(warnings(judge(ca.crl(6).deltaTo(5), taken))).isEmpty();
  }

  private static org.bouncycastle.asn1.x509.IssuingDistributionPoint usersOnly() {
    return new org.bouncycastle.asn1.x509.IssuingDistributionPoint(
        null, true, false, null, false, false);
  }

  @Test
  void list_without_number_is_refused() {
    assertRefused(judge(ca.crl(1).without("2.5.29.20")), CrlRefusal.Kind.CRL_NUMBER_MISSING);
  }

  @Test
  void list_older_than_one_of_a_lower_number_is_refused() {
    assertRefused(
        judge(ca.crl(6).from(NOW.minus(Duration.ofDays(2))), read(ca.crl(5))),
        CrlRefusal.Kind.CRL_THIS_UPDATE_FELL);
  }

  @Test
  void list_from_the_future_is_refused_beyond_the_skew_of_clocks() {
    assertThat(warnings(judge(ca.crl(1).from(NOW.plus(SKEW))))).isEmpty();
    assertRefused(
        judge(ca.crl(1).from(NOW.plus(SKEW).plusSeconds(1))), CrlRefusal.Kind.CRL_NOT_YET_VALID);
  }

  @Test
  void next_update_has_to_be_there_and_to_come() {
    assertRefused(judge(ca.crl(1).to(null)), CrlRefusal.Kind.CRL_NEXT_UPDATE_MISSING);
    assertThat(warnings(judge(ca.crl(1).to(NOW)))).isEmpty();
    assertRefused(judge(ca.crl(1).to(NOW.minusSeconds(1))), CrlRefusal.Kind.CRL_EXPIRED);
    assertRefused(judge(ca.crl(1).from(NOW).to(NOW)), CrlRefusal.Kind.CRL_DATES_REVERSED);
  }

  @Test
  void unknown_critical_extension_is_refused() {
    assertRefused(
        judge(ca.crl(1).extension("1.2.3.4", true, DERNull.INSTANCE)),
        CrlRefusal.Kind.CRL_EXTENSION_UNKNOWN);
    assertRefused(
        judge(
            ca.crl(1)
                .entry(
                    BigInteger.ONE, NOW, TestPki.extensionOf("1.2.3.4", true, DERNull.INSTANCE))),
        CrlRefusal.Kind.CRL_EXTENSION_UNKNOWN);
  }

  @Test
  void list_of_attribute_certificates_is_refused() {
    assertRefused(
        judge(
            ca.crl(1)
                .scope(
                    new org.bouncycastle.asn1.x509.IssuingDistributionPoint(
                        null, false, false, null, false, true))),
        CrlRefusal.Kind.CRL_NOT_FOR_CERTIFICATES);
  }

  @Test
  void delta_needs_a_complete_list_of_its_scope_from_its_base_on() {
    assertThat(warnings(judge(ca.crl(7).deltaTo(5), read(ca.crl(6))))).isEmpty();
    assertRefused(judge(ca.crl(7).deltaTo(5)), CrlRefusal.Kind.DELTA_BASE_UNKNOWN);
    assertRefused(judge(ca.crl(7).deltaTo(5), read(ca.crl(4))), CrlRefusal.Kind.DELTA_BASE_UNKNOWN);
    assertRefused(
        judge(ca.crl(7).deltaTo(5), read(ca.crl(5).scope(usersOnly()))),
        CrlRefusal.Kind.DELTA_SCOPE_DIFFERS);
    assertRefused(
        judge(ca.crl(5).deltaTo(5), read(ca.crl(5))), CrlRefusal.Kind.DELTA_NOT_AFTER_BASE);
  }

  @Test
  void skipped_number_is_a_warning() {
    assertThat(warnings(judge(ca.crl(7), read(ca.crl(5)))))
        .containsExactly(CrlWarning.Kind.CRL_NUMBER_SKIPPED);
    assertThat(warnings(judge(ca.crl(7), read(ca.crl(5)), read(ca.crl(6).deltaTo(5))))).isEmpty();
  }

  @Test
  void time_without_a_list_in_force_is_a_warning() {
    RevocationList early =
        read(ca.crl(5).from(NOW.minus(Duration.ofDays(9))).to(NOW.minus(Duration.ofDays(2))));
    assertThat(warnings(judge(ca.crl(6), early))).containsExactly(CrlWarning.Kind.CRL_COVERAGE_GAP);
  }

  @Test
  void everything_that_is_wrong_is_told() {
    assertRefused(
        judge(
            ca.crl(1)
                .signedBy(ca.key().another("stranger"))
                .without("2.5.29.20")
                .to(null)
                .extension("1.2.3.4", true, DERNull.INSTANCE)),
        CrlRefusal.Kind.CRL_SIGNATURE_INVALID,
        CrlRefusal.Kind.CRL_NEXT_UPDATE_MISSING,
        CrlRefusal.Kind.CRL_EXTENSION_UNKNOWN,
        CrlRefusal.Kind.CRL_NUMBER_MISSING);
  }
}
