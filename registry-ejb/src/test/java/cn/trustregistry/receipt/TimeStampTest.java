package cn.trustregistry.receipt;

import static cn.trustregistry.receipt.ReceiptVerifierTest.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.receipt.ReceiptRefused.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeStampTest {
  private final TestTimeStamps authority = TestTimeStamps.of("CN=Time-stamping authority");
  private final ReceiptSigner signer = ReceiptSigner.generate(ReceiptAlgorithm.ES256, NOW);
  private final String receipt = signer.sign(ReceiptVerifierTest.claims());

  private ReceiptVerifier.Proven verify(String text, TimeStampAuthorities authorities)
      throws ReceiptRefused {
    return new ReceiptVerifier(new ReceiptKeys(List.of(signer.publicKey())), authorities)
        .verify(text);
  }

  private void assertWrong(String text, TimeStampAuthorities authorities) {
    assertThatThrownBy(() -> verify(text, authorities))
        .isInstanceOfSatisfying(
            ReceiptRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TIME_STAMP_WRONG));
  }

  private byte[] token(String over) throws Exception {
    TimeStamp.Inquiry inquiry = TimeStamp.Inquiry.over(ReceiptSigner.stamped(over));
    return inquiry.token(authority.answer(inquiry.encoded(), NOW), authority.trusted());
  }

  @Test
  void stamped_receipt_says_when_it_existed_and_who_says_so() throws Exception {
    String stamped = ReceiptSigner.withTimeStamp(receipt, token(receipt));
    ReceiptVerifier.Proven proven = verify(stamped, authority.trusted());
    TimeStamp stamp = proven.timeStamp().orElseThrow();
    assertThat(stamp.at()).isEqualTo(NOW);
    assertThat(stamp.authority()).contains("Time-stamping authority");
    assertThat(ReceiptWords.ENGLISH.of(proven)).last().asString().contains(NOW.toString());
  }

  @Test
  void stamp_of_another_receipt_is_wrong() throws Exception {
    String other = signer.sign(ReceiptVerifierTest.claims());
    assertWrong(ReceiptSigner.withTimeStamp(receipt, token(other)), authority.trusted());
  }

  @Test
  void stamp_of_an_authority_nobody_named_is_wrong() throws Exception {
    String stamped = ReceiptSigner.withTimeStamp(receipt, token(receipt));
    assertWrong(stamped, TimeStampAuthorities.NONE);
    assertWrong(stamped, TestTimeStamps.of("CN=Another authority").trusted());
  }

  @Test
  void stamp_made_after_the_authority_s_certificate_ended_is_wrong() throws Exception {
    TimeStamp.Inquiry inquiry = TimeStamp.Inquiry.over(ReceiptSigner.stamped(receipt));
    byte[] late = authority.answer(inquiry.encoded(), NOW.plusSeconds(50L * 365 * 86_400));
    assertThatThrownBy(() -> inquiry.token(late, authority.trusted()))
        .isInstanceOf(TimeStamp.NotHad.class);
  }

  @Test
  void answer_to_another_question_and_nonsense_are_not_taken() throws Exception {
    TimeStamp.Inquiry first = TimeStamp.Inquiry.over(ReceiptSigner.stamped(receipt));
    TimeStamp.Inquiry second = TimeStamp.Inquiry.over(ReceiptSigner.stamped(receipt));
    byte[] replayed = authority.answer(first.encoded(), NOW);
    assertThatThrownBy(() -> second.token(replayed, authority.trusted()))
        .isInstanceOf(TimeStamp.NotHad.class);
    for (byte[] nonsense :
        new byte[][] {{}, {0x30}, {0x30, 3, 2, 1, 0}, "<html>".getBytes(US_ASCII)}) {
      assertThatThrownBy(() -> second.token(nonsense, authority.trusted()))
          .isInstanceOf(TimeStamp.NotHad.class);
    }
  }

  @Test
  void token_that_is_no_token_is_wrong() throws Exception {
    assertWrong(
        ReceiptSigner.withTimeStamp(receipt, new byte[] {0x30, 3, 2, 1, 0}), authority.trusted());
    assertWrong(ReceiptSigner.withTimeStamp(receipt, new byte[0]), authority.trusted());
  }
}
