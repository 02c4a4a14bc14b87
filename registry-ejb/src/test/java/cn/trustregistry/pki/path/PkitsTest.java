package cn.trustregistry.pki.path;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.Verdict;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All of NIST PKITS as one table. */
class PkitsTest {
  private static final Instant AT = Instant.parse("2010-01-01T00:00:00Z");

  private final PathValidator validator =
      new PathValidator(new SignatureVerifier(0), SearchBudget.DEFAULT);

  static Stream<Pkits.Case> cases() {
    return Stream.concat(Pkits.expected().stream(), Pkits.variants().stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void verdict_is_the_one_the_suite_documents(Pkits.Case test) {
    PathJudgement judgement = judge(test, AT);
    assertThat(judgement.verdict() == Verdict.VALID)
        .as("%s %s", test, judgement.reasons())
        .isEqualTo(test.valid());
  }

  static Stream<Pkits.Case> hard() {
    return Pkits.expected().stream().map(Pkits.Case::withEverythingAtHand);
  }

  @ParameterizedTest
  @MethodSource("hard")
  void verdict_is_the_same_when_the_path_has_to_be_found_among_all_certificates(Pkits.Case test) {
    verdict_is_the_one_the_suite_documents(test);
  }

  @Test
  void nothing_is_valid_any_more_in_2020_when_the_anchor_has_expired() {
    Instant later = Instant.parse("2020-01-01T00:00:00Z");
    assertThat(cases().filter(test -> judge(test, later).verdict() == Verdict.VALID)).isEmpty();
  }

  private PathJudgement judge(Pkits.Case test, Instant at) {
    PathQuestion question =
        PathQuestion.of(test.target(), at, KeyPurpose.ANY)
            .withAlgorithms(AlgorithmPolicy.PERMISSIVE)
            .withPolicies(test.policies());
    return validator.judge(question, test.material());
  }
}
