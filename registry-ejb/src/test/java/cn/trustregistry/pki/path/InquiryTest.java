package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.path.Inquiry.Signer;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signers of lists that one question comes upon. */
class InquiryTest {
  private final Certificate root = TestPki.root("C=CN,O=Root", TestKey.Kind.P256).certificate();
  private final Inquiry inquiry =
      new Inquiry(
          TrustMaterial.of(List.of(TrustAnchor.of(root)), List.of(), RevocationKnowledge.NONE),
          new Signatures(new SignatureVerifier(0), 9),
          SearchBudget.DEFAULT);
  private final List<Signer> workedOut = new ArrayList<>();

  private Signer signer(int number) {
    return new Signer(root.subject(), "key " + number, NOW);
  }

  private boolean settle(Signer signer, boolean answer) {
    return inquiry.settle(signer, () -> workedOut.add(signer) && answer);
  }

  @Test
  void answer_about_a_signer_is_worked_out_once_good_or_bad() {
    for (int i = 0; i < 2; i++) {
      assertThat(settle(signer(1), true)).isTrue();
      assertThat(settle(signer(2), false)).isFalse();
    }
    assertThat(workedOut).containsExactly(signer(1), signer(2));
  }

  @Test
  void signer_counts_as_good_while_its_own_answer_is_worked_out() {
    assertThat(inquiry.settle(signer(1), () -> settle(signer(1), false))).isTrue();
    assertThat(workedOut).isEmpty();
  }

  @Test
  void good_answer_that_rests_on_a_loan_is_worked_out_again_and_a_bad_one_stands() {
    assertThat(inquiry.settle(signer(1), () -> settle(signer(2), true) && settle(signer(3), false)))
        .isFalse();
    assertThat(settle(signer(2), false)).isFalse();
    assertThat(settle(signer(3), true)).isFalse();
    assertThat(workedOut).containsExactly(signer(2), signer(3), signer(2));
  }

  @Test
  void seventeenth_signer_is_refused_unseen() {
    for (int i = 1; i <= 16; i++) {
      assertThat(settle(signer(i), true)).isTrue();
    }
    assertThat(settle(signer(17), true)).isFalse();
    assertThat(settle(signer(1), true)).isTrue();
    assertThat(workedOut).hasSize(16);
  }

  @Test
  void signers_being_worked_out_count_towards_the_most() {
    assertThat(nested(1)).isFalse();
    assertThat(workedOut).hasSize(16);
  }

  private boolean nested(int number) {
    return inquiry.settle(
        signer(number), () -> workedOut.add(signer(number)) && nested(number + 1));
  }
}
