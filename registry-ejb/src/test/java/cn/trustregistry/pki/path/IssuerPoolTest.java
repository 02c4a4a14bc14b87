package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which issuers come to mind, and in which order. */
class IssuerPoolTest {
  private static final String NAME = "C=CN,O=CA";

  private final TestPki.Authority root = TestPki.root("C=CN,O=Root", TestKey.Kind.P256);
  private final TestPki.Authority ca = root.authority(NAME);
  private final Certificate holder = ca.issue("CN=Holder").certificate();

  private Certificate namesake(UnaryOperator<TestPki.Spec> change) {
    return root.authority(NAME, change).certificate();
  }

  private static TestKey key(String label) {
    return TestKey.of(TestKey.Kind.P256, label);
  }

  private static IssuerPool pool(
      List<TrustAnchor> anchors, List<Certificate> known, List<Certificate> offered) {
    PathQuestion question =
        PathQuestion.of(offered.isEmpty() ? known.get(0) : offered.get(0), NOW, KeyPurpose.ANY)
            .withOffered(offered);
    return new IssuerPool(
        TrustMaterial.of(anchors, known, RevocationKnowledge.NONE), question, null);
  }

  /** Whatever the order in which they became known. */
  private void assertOrder(Certificate target, Certificate... expected) {
    List<Certificate> known = new ArrayList<>(List.of(expected));
    for (int i = 0; i < expected.length; i++) {
      Collections.rotate(known, 1);
      assertThat(pool(List.of(), known, List.of()).issuersFor(target)).containsExactly(expected);
      assertThat(pool(List.of(), List.of(), known).issuersFor(target)).containsExactly(expected);
    }
    Collections.reverse(known);
    assertThat(pool(List.of(), known, List.of()).issuersFor(target)).containsExactly(expected);
  }

  @Test
  void issuer_named_by_key_identifier_comes_first_and_one_with_another_identifier_last() {
    Instant longAgo = NOW.minus(Duration.ofDays(700));
    Certificate named = namesake(spec -> spec.key(ca.key()).from(longAgo));
    Certificate anonymous =
        namesake(
            spec ->
                spec.key(key("anonymous"))
                    .from(NOW.minus(Duration.ofDays(600)))
                    .without(Extensions.SUBJECT_KEY_IDENTIFIER));
    Certificate other = namesake(spec -> spec.key(key("other")));
    assertOrder(holder, named, anonymous, other);
  }

  @Test
  void key_identifiers_say_nothing_of_a_certificate_that_names_none() {
    Certificate silent =
        ca.issue("CN=Silent", spec -> spec.without(Extensions.AUTHORITY_KEY_IDENTIFIER))
            .certificate();
    Certificate younger =
        namesake(spec -> spec.key(key("other")).from(NOW.minus(Duration.ofDays(1))));
    Certificate anonymous =
        namesake(
            spec ->
                spec.key(key("anonymous"))
                    .from(NOW.minus(Duration.ofDays(2)))
                    .without(Extensions.SUBJECT_KEY_IDENTIFIER));
    assertOrder(silent, younger, anonymous, ca.certificate());
  }

  @Test
  void issuer_valid_at_the_moment_comes_before_those_that_are_not() {
    Certificate expired =
        namesake(
            spec ->
                spec.key(ca.key())
                    .from(NOW.minus(Duration.ofDays(9)))
                    .to(NOW.minus(Duration.ofDays(1))));
    Certificate future = namesake(spec -> spec.key(ca.key()).from(NOW.plus(Duration.ofDays(1))));
    assertOrder(holder, ca.certificate(), future, expired);
  }

  @Test
  void issuer_is_in_time_in_its_first_and_in_its_last_second() {
    Certificate first = namesake(spec -> spec.key(ca.key()).from(NOW));
    Certificate last =
        namesake(spec -> spec.key(ca.key()).from(NOW.minus(Duration.ofDays(1))).to(NOW));
    assertOrder(holder, first, last, ca.certificate());
  }

  @Test
  void certificate_of_a_ca_comes_before_a_younger_one_of_none() {
    Certificate none =
        root.issue(NAME, spec -> spec.key(ca.key()).from(NOW.minus(Duration.ofDays(1))))
            .certificate();
    assertOrder(holder, ca.certificate(), none);
  }

  @Test
  void younger_issuer_comes_first() {
    Certificate younger = namesake(spec -> spec.key(ca.key()).from(NOW.minus(Duration.ofDays(1))));
    assertOrder(holder, younger, ca.certificate());
  }

  @Test
  void offered_issuers_join_those_known_and_none_comes_twice() {
    Certificate younger = namesake(spec -> spec.key(ca.key()).from(NOW.minus(Duration.ofDays(1))));
    Certificate stranger = root.authority("C=CN,O=Stranger").certificate();
    assertThat(
            pool(List.of(), List.of(ca.certificate()), List.of(ca.certificate(), stranger, younger))
                .issuersFor(holder))
        .containsExactly(younger, ca.certificate());
  }

  @Test
  void anchor_in_another_certificate_is_no_issuer() {
    List<TrustAnchor> anchors = List.of(TrustAnchor.of(ca.certificate()));
    Certificate guise = namesake(spec -> spec.key(ca.key()).serial(7));
    Certificate renewed = namesake(spec -> spec.key(key("renewed")));
    assertThat(pool(anchors, List.of(guise), List.of()).issuersFor(holder)).isEmpty();
    assertThat(pool(anchors, List.of(), List.of(guise)).issuersFor(holder)).isEmpty();
    assertThat(pool(anchors, List.of(renewed), List.of()).issuersFor(holder))
        .containsExactly(renewed);
    assertThat(pool(anchors, List.of(guise, renewed), List.of()).issuersFor(holder))
        .containsExactly(renewed);
  }

  @Test
  void admitted_anchor_comes_before_one_that_is_likelier_by_its_key() {
    TrustAnchor over = new TrustAnchor(ca.certificate(), Instant.MIN, NOW);
    TrustAnchor other = TrustAnchor.of(namesake(spec -> spec.key(key("other"))));
    TrustAnchor anonymous =
        TrustAnchor.of(
            namesake(
                spec -> spec.key(key("anonymous")).without(Extensions.SUBJECT_KEY_IDENTIFIER)));
    for (List<TrustAnchor> anchors :
        List.of(List.of(over, other, anonymous), List.of(other, anonymous, over))) {
      assertThat(pool(anchors, List.of(holder), List.of()).anchorsFor(holder))
          .containsExactly(anonymous, other, over);
    }
  }
}
