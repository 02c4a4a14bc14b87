package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.path.PathQuestion.RevocationNeed;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search among many paths: what it hands over, where it stops, and what it reports. */
class PathBuilderTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String NAME = "C=CN,O=CA";

  private final TestPki.Authority root = TestPki.root("C=CN,O=Root", TestKey.Kind.P256);
  private final TestPki.Authority ca = root.authority(NAME);
  private final Certificate holder = ca.issue("CN=Holder").certificate();

  private static TestKey key(String label) {
    return TestKey.of(TestKey.Kind.P256, label);
  }

  private static PathQuestion question(Certificate target) {
    return PathQuestion.of(target, NOW, KeyPurpose.ANY).withRevocation(RevocationNeed.NONE);
  }

  private TrustMaterial material(Certificate... issuers) {
    return material(List.of(root.certificate()), issuers);
  }

  private static TrustMaterial material(List<Certificate> anchors, Certificate... issuers) {
    return TrustMaterial.of(
        anchors.stream().map(TrustAnchor::of).toList(), List.of(issuers), RevocationKnowledge.NONE);
  }

  private static PathJudgement judge(
      PathQuestion question, TrustMaterial material, SearchBudget budget) {
    return new PathValidator(new SignatureVerifier(0), budget).judge(question, material);
  }

  private static PathJudgement judge(Certificate target, TrustMaterial material) {
    return judge(question(target), material, SearchBudget.DEFAULT);
  }

  private static List<String> codes(PathJudgement judgement) {
    return judgement.reasons().stream().map(Reason::code).toList();
  }

  private static Certificate tampered(Certificate certificate) throws Exception {
    byte[] der = certificate.der();
    der[der.length - 1] ^= 1;
    return Certificate.parse(der);
  }

  /** How many paths the search hands over when each of them is answered so. */
  private static int handedOver(TrustMaterial material, Certificate target, int most, boolean ok) {
    PathQuestion question = question(target);
    PathBuilder builder =
        new PathBuilder(
            question,
            new IssuerPool(material, question, null),
            new Signatures(new SignatureVerifier(0), 99),
            new SearchBudget(99, 99, most, 9, 99));
    List<CandidatePath> paths = new ArrayList<>();
    builder.search(
        path -> {
          paths.add(path);
          return ok;
        });
    assertThat(builder.isExhausted()).isEqualTo(!ok && paths.size() == most);
    return paths.size();
  }

  @Test
  void search_ends_with_the_first_path_accepted_and_with_the_last_one_allowed() {
    Certificate[] issuers = new Certificate[5];
    for (int i = 0; i < issuers.length; i++) {
      long serial = i;
      issuers[i] = root.authority(NAME, spec -> spec.key(ca.key()).serial(serial)).certificate();
    }
    assertThat(handedOver(material(issuers), holder, 9, false)).isEqualTo(5);
    assertThat(handedOver(material(issuers), holder, 3, false)).isEqualTo(3);
    assertThat(handedOver(material(issuers), holder, 9, true)).isEqualTo(1);
  }

  @Test
  void search_ends_at_every_level_at_once() {
    TestPki.Authority second = ca.authority("O=Second");
    Certificate twin =
        ca.authority("O=Second", spec -> spec.key(second.key()).serial(2)).certificate();
    Certificate target = second.issue("CN=X").certificate();
    TrustMaterial material = material(ca.certificate(), second.certificate(), twin);
    assertThat(handedOver(material, target, 9, false)).isEqualTo(2);
    assertThat(handedOver(material, target, 9, true)).isEqualTo(1);
    assertThat(handedOver(material, target, 1, false)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 2, true", "1, 2, 2, false", "2, 1, 2, false", "2, 2, 1, false"})
  void budget_that_just_suffices_is_enough(int signatures, int steps, int depth, boolean enough) {
    PathJudgement judgement =
        judge(
            question(holder),
            material(ca.certificate()),
            new SearchBudget(signatures, steps, 1, depth, 9));
    assertThat(codes(judgement)).isEqualTo(enough ? List.of() : List.of("SEARCH_BUDGET_EXHAUSTED"));
  }

  @Test
  void short_path_is_found_behind_one_that_is_too_deep() {
    TestPki.Authority deep = root.authority("O=Deep");
    Certificate likelier =
        deep.authority(NAME, spec -> spec.key(ca.key()).from(NOW.minus(DAY))).certificate();
    TrustMaterial material = material(ca.certificate(), likelier, deep.certificate());
    assertThat(judge(holder, material).path())
        .containsExactly(holder, likelier, deep.certificate());
    assertThat(judge(question(holder), material, new SearchBudget(9, 9, 9, 2, 9)).path())
        .containsExactly(holder, ca.certificate());
  }

  @ParameterizedTest
  @CsvSource({"2, SEARCH_BUDGET_EXHAUSTED, 3", "3, SIGNATURE_INVALID, 3"})
  void path_reported_for_a_bad_signature_is_held_to_the_depth(int depth, String code, int length)
      throws Exception {
    TestPki.Authority second = ca.authority("O=Second");
    Certificate bad = tampered(second.issue("CN=X").certificate());
    PathJudgement judgement =
        judge(
            question(bad),
            material(ca.certificate(), second.certificate()),
            new SearchBudget(9, 9, 9, depth, 9));
    assertThat(codes(judgement)).contains(code);
    assertThat(judgement.path()).hasSize(length);
  }

  @Test
  void signatures_of_the_path_reported_are_held_to_the_budget() throws Exception {
    PathJudgement judgement =
        judge(
            question(tampered(holder)),
            material(ca.certificate()),
            new SearchBudget(1, 9, 9, 9, 9));
    assertThat(codes(judgement)).containsExactly("SIGNATURE_INVALID", "SEARCH_BUDGET_EXHAUSTED");
    assertThat(judgement.reasons().get(1).evidence()).containsEntry("subject", NAME);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void path_reported_goes_to_the_anchor_whose_key_signed(boolean signerIsLikelier)
      throws Exception {
    Certificate rival =
        TestPki.root("O=Rivals", TestKey.Kind.P256)
            .authority(
                "C=CN,O=Root",
                spec ->
                    spec.key(key("rival"))
                        .from(NOW.minus(Duration.ofDays(signerIsLikelier ? 5_000 : 1))))
            .certificate();
    TestPki.Authority silent =
        root.authority(NAME, spec -> spec.without(Extensions.AUTHORITY_KEY_IDENTIFIER));
    PathJudgement judgement =
        judge(
            tampered(silent.issue("CN=X").certificate()),
            material(List.of(rival, root.certificate()), silent.certificate()));
    assertThat(judgement.anchor()).isEqualTo(TrustAnchor.of(root.certificate()));
    assertThat(codes(judgement)).containsExactly("SIGNATURE_INVALID");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void path_reported_goes_over_the_issuer_whose_key_signed(boolean signerIsLikelier)
      throws Exception {
    TestPki.Authority signer =
        root.authority("O=Hub", spec -> spec.from(NOW.minus(DAY.multipliedBy(2))));
    Certificate rival =
        root.authority(
                "O=Hub",
                spec ->
                    spec.key(key("rival"))
                        .from(NOW.minus(DAY.multipliedBy(signerIsLikelier ? 3 : 1))))
            .certificate();
    TestPki.Authority below =
        signer.authority("O=Below", spec -> spec.without(Extensions.AUTHORITY_KEY_IDENTIFIER));
    Certificate bad = tampered(below.issue("CN=X").certificate());
    PathJudgement judgement =
        judge(bad, material(rival, signer.certificate(), below.certificate()));
    assertThat(judgement.path()).containsExactly(bad, below.certificate(), signer.certificate());
    assertThat(codes(judgement)).containsExactly("SIGNATURE_INVALID");
  }

  @Test
  void path_reported_passes_by_an_anchor_that_is_only_a_namesake_of_the_signer() throws Exception {
    TestPki.Authority hub = root.authority("O=Hub");
    Certificate namesake = root.authority("O=Hub", spec -> spec.key(key("namesake"))).certificate();
    TestPki.Authority below = hub.authority("O=Below");
    Certificate bad = tampered(below.issue("CN=X").certificate());
    List<Certificate> anchors = List.of(root.certificate(), namesake);
    PathJudgement judgement = judge(bad, material(anchors, hub.certificate(), below.certificate()));
    assertThat(judgement.path()).containsExactly(bad, below.certificate(), hub.certificate());
    assertThat(judgement.anchor()).isEqualTo(TrustAnchor.of(root.certificate()));
    assertThat(judge(bad, material(anchors, below.certificate())).anchor())
        .isEqualTo(TrustAnchor.of(namesake));
  }

  /** A certificate of the CA with so many unknown critical extensions, all of the same age. */
  private Certificate odd(int extensions, int age) {
    return root.authority(
            NAME,
            spec -> {
              for (int i = 0; i < extensions; i++) {
                spec.extension("1.2.3." + i, true, DERNull.INSTANCE);
              }
              return spec.key(ca.key()).from(NOW.minus(DAY.multipliedBy(age)));
            })
        .certificate();
  }

  @Test
  void of_invalid_paths_the_one_with_fewest_faults_is_reported_whichever_was_found_first() {
    Certificate better = odd(1, 2);
    assertThat(judge(holder, material(odd(2, 1), better)).path()).containsExactly(holder, better);
    assertThat(judge(holder, material(odd(2, 3), better)).path()).containsExactly(holder, better);
  }

  @Test
  void of_paths_with_as_many_faults_the_likelier_is_reported() {
    Certificate likelier = odd(1, 1);
    assertThat(judge(holder, material(odd(1, 2), likelier)).path())
        .containsExactly(holder, likelier);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void indeterminate_path_is_better_than_an_invalid_one_with_fewer_faults(int age) {
    TestPki.Authority first = root.authority("O=First");
    TestPki.Authority second = first.authority("O=Second");
    TestPki.Authority third = second.authority("O=Third");
    Certificate cross =
        third
            .authority(NAME, spec -> spec.key(ca.key()).from(NOW.minus(DAY.multipliedBy(2))))
            .certificate();
    TrustMaterial material =
        material(
            odd(1, age), cross, first.certificate(), second.certificate(), third.certificate());
    PathJudgement judgement =
        judge(PathQuestion.of(holder, NOW, KeyPurpose.ANY), material, SearchBudget.DEFAULT);
    assertThat(judgement.path()).hasSize(5).contains(cross);
    assertThat(codes(judgement)).hasSize(5).containsOnly("CRL_MISSING");
  }
}
