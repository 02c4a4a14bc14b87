package cn.trustregistry.pki.policy;

import static cn.trustregistry.pki.policy.PolicySettings.ANY_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.TestPki.Spec;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyProcessingTest {
  private static final String P1 = "1.2.1";
  private static final String P2 = "1.2.2";

  private final TestPki.Authority root = TestPki.root("O=Root", TestKey.Kind.ED25519);

  private static UnaryOperator<Spec> with(String... policies) {
    PolicyInformation[] all =
        Arrays.stream(policies)
            .map(policy -> new PolicyInformation(new ASN1ObjectIdentifier(policy)))
            .toArray(PolicyInformation[]::new);
    return spec ->
        spec.extension(Extensions.CERTIFICATE_POLICIES, false, new CertificatePolicies(all));
  }

  private static Spec mapping(Spec spec, String from, String to) {
    DERSequence pair =
        new DERSequence(
            new ASN1ObjectIdentifier[] {
              new ASN1ObjectIdentifier(from), new ASN1ObjectIdentifier(to)
            });
    return spec.extension(Extensions.POLICY_MAPPINGS, true, new DERSequence(pair));
  }

  private static Spec requiring(Spec spec, @Nullable Integer explicit, @Nullable Integer mapping) {
    PolicyConstraints constraints =
        new PolicyConstraints(
            explicit == null ? null : BigInteger.valueOf(explicit),
            mapping == null ? null : BigInteger.valueOf(mapping));
    return spec.extension(Extensions.POLICY_CONSTRAINTS, true, constraints);
  }

  private static PolicyProcessing.Outcome process(
      PolicySettings settings, Certificate... targetFirst) {
    return PolicyProcessing.of(List.of(targetFirst), settings);
  }

  private static PolicySettings required(String... initial) {
    return new PolicySettings(Set.of(initial), true, false, false);
  }

  private TestPki.Authority ca(UnaryOperator<Spec> change) {
    return root.authority("O=CA", change);
  }

  @Test
  void policy_in_every_certificate_is_accepted() {
    TestPki.Authority ca = ca(with(P1, P2));
    Certificate target = ca.issue("CN=X", with(P1)).certificate();
    PolicyProcessing.Outcome outcome = process(PolicySettings.ANY, target, ca.certificate());
    assertThat(outcome.accepted()).containsExactly(P1);
    assertThat(outcome.unacceptable()).isNull();
    assertThat(process(required(P1), target, ca.certificate()).unacceptable()).isNull();
    assertThat(process(required(P2), target, ca.certificate()).unacceptable()).isEqualTo(target);
  }

  @Test
  void certificate_without_policies_ends_them() {
    TestPki.Authority ca = ca(spec -> spec);
    Certificate target = ca.issue("CN=X", with(P1)).certificate();
    assertThat(process(PolicySettings.ANY, target, ca.certificate()).accepted()).isEmpty();
    assertThat(process(PolicySettings.ANY, target, ca.certificate()).unacceptable()).isNull();
    assertThat(process(required(ANY_POLICY), target, ca.certificate()).unacceptable())
        .isEqualTo(ca.certificate());
  }

  @Test
  void any_policy_stands_for_whatever_is_wanted_unless_inhibited() {
    TestPki.Authority ca = ca(with(ANY_POLICY));
    Certificate target = ca.issue("CN=X", with(ANY_POLICY)).certificate();
    assertThat(process(required(P1, P2), target, ca.certificate()).accepted())
        .containsExactly(P1, P2);
    assertThat(process(PolicySettings.ANY, target, ca.certificate()).accepted())
        .containsExactly(ANY_POLICY);
    PolicySettings inhibited = new PolicySettings(Set.of(ANY_POLICY), true, false, true);
    assertThat(process(inhibited, target, ca.certificate()).unacceptable())
        .isEqualTo(ca.certificate());
  }

  @Test
  void any_policy_is_inhibited_after_as_many_certificates_as_the_ca_says() {
    for (int skip = 0; skip < 2; skip++) {
      ASN1Integer certificates = new ASN1Integer(skip);
      TestPki.Authority ca =
          ca(
              spec ->
                  with(P1)
                      .apply(spec)
                      .extension(Extensions.INHIBIT_ANY_POLICY, true, certificates));
      TestPki.Authority below = ca.authority("O=Below", with(ANY_POLICY));
      Certificate target = below.issue("CN=X", with(P1)).certificate();
      assertThat(
              process(required(P1), target, below.certificate(), ca.certificate()).unacceptable())
          .isEqualTo(skip == 0 ? below.certificate() : null);
    }
  }

  @Test
  void self_issued_ca_uses_any_policy_though_inhibited_and_a_self_issued_target_does_not() {
    TestPki.Authority ca =
        ca(
            spec ->
                with(P1)
                    .apply(spec)
                    .extension(Extensions.INHIBIT_ANY_POLICY, true, new ASN1Integer(0)));
    TestPki.Authority rolled =
        ca.authority(
            "O=CA",
            spec -> with(ANY_POLICY).apply(spec.key(TestKey.of(TestKey.Kind.ED25519, "rolled"))));
    Certificate target = rolled.issue("CN=X", with(P1)).certificate();
    assertThat(process(required(P1), target, rolled.certificate(), ca.certificate()).unacceptable())
        .isNull();
    assertThat(process(required(P1), rolled.certificate(), ca.certificate()).unacceptable())
        .isEqualTo(rolled.certificate());
  }

  @Test
  void mapped_policy_is_accepted_under_the_anchors_name_for_it() {
    TestPki.Authority ca = ca(spec -> mapping(with(P1).apply(spec), P1, P2));
    Certificate target = ca.issue("CN=X", with(P2)).certificate();
    assertThat(process(required(P1), target, ca.certificate()).accepted()).containsExactly(P1);
    assertThat(process(required(P2), target, ca.certificate()).unacceptable()).isEqualTo(target);
    PolicySettings inhibited = new PolicySettings(Set.of(ANY_POLICY), true, true, false);
    assertThat(process(inhibited, target, ca.certificate()).unacceptable()).isEqualTo(target);
    assertThat(process(PolicySettings.ANY, target, ca.certificate()).mapsAnyPolicy()).isEmpty();
  }

  @Test
  void mapping_is_inhibited_after_as_many_certificates_as_the_ca_says() {
    for (int skip = 0; skip < 2; skip++) {
      int certificates = skip;
      TestPki.Authority ca = ca(spec -> requiring(with(P1).apply(spec), 0, certificates));
      TestPki.Authority below =
          ca.authority("O=Below", spec -> mapping(with(P1).apply(spec), P1, P2));
      Certificate target = below.issue("CN=X", with(P2)).certificate();
      assertThat(
              process(PolicySettings.ANY, target, below.certificate(), ca.certificate())
                  .unacceptable())
          .isEqualTo(skip == 0 ? target : null);
    }
  }

  @Test
  void explicit_policy_is_required_after_as_many_certificates_as_the_ca_says() {
    for (int skip = 0; skip < 3; skip++) {
      int certificates = skip;
      TestPki.Authority ca = ca(spec -> requiring(spec, certificates, null));
      TestPki.Authority below = ca.authority("O=Below");
      Certificate target = below.issue("CN=X").certificate();
      PolicyProcessing.Outcome outcome =
          process(PolicySettings.ANY, target, below.certificate(), ca.certificate());
      assertThat(outcome.unacceptable()).isEqualTo(skip == 0 ? below.certificate() : target);
    }
    TestPki.Authority late = ca(spec -> requiring(spec, 3, null));
    TestPki.Authority below = late.authority("O=Below");
    Certificate target = below.issue("CN=X").certificate();
    assertThat(
            process(PolicySettings.ANY, target, below.certificate(), late.certificate())
                .unacceptable())
        .isNull();
  }

  @Test
  void target_may_require_an_explicit_policy_of_itself() {
    Certificate now = root.issue("CN=X", spec -> requiring(spec, 0, null)).certificate();
    Certificate later = root.issue("CN=X", spec -> requiring(spec, 1, null)).certificate();
    Certificate mappingOnly = root.issue("CN=X", spec -> requiring(spec, null, 0)).certificate();
    assertThat(process(PolicySettings.ANY, now).unacceptable()).isEqualTo(now);
    assertThat(process(PolicySettings.ANY, later).unacceptable()).isNull();
    assertThat(process(PolicySettings.ANY, mappingOnly).unacceptable()).isNull();
  }

  @Test
  void mapping_to_or_from_any_policy_is_reported() {
    TestPki.Authority from = ca(spec -> mapping(with(P1).apply(spec), ANY_POLICY, P2));
    TestPki.Authority to = ca(spec -> mapping(with(P1).apply(spec), P1, ANY_POLICY));
    assertThat(
            process(PolicySettings.ANY, from.issue("CN=X").certificate(), from.certificate())
                .mapsAnyPolicy())
        .containsExactly(from.certificate());
    assertThat(
            process(PolicySettings.ANY, to.issue("CN=X").certificate(), to.certificate())
                .mapsAnyPolicy())
        .containsExactly(to.certificate());
  }
}
