package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.publication.CertificateSearch;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How what somebody typed is read. */
class CertificateQuestionTest {
  @Test
  void numbers_are_read_however_tools_write_them() {
    CertificateQuestion question =
        CertificateQuestion.read(
            Map.of(
                "uscc", " 91450000198228264x ",
                "serial", "00:0A:bC",
                "sha256", "AB:".repeat(31) + "CD"));
    assertThat(question.faults()).isEmpty();
    assertThat(question.isExact()).isTrue();
    assertThat(question.search().uscc()).isEqualTo("91450000198228264X");
    assertThat(question.search().serial()).isEqualTo("abc");
    assertThat(question.search().sha256()).isEqualTo("ab".repeat(31) + "cd");
  }

  @Test
  void serial_number_nought_stays_one_digit() {
    assertThat(CertificateQuestion.read(Map.of("serial", "000")).search().serial()).isEqualTo("0");
  }

  @Test
  void fields_that_make_no_sense_are_named() {
    CertificateQuestion question =
        CertificateQuestion.read(Map.of("uscc", "short", "serial", "xyz", "sha256", "ab"));
    assertThat(question.faults()).containsExactlyInAnyOrder("uscc", "serial", "sha256");
  }

  @Test
  void choices_that_do_not_exist_count_as_none() {
    CertificateQuestion question =
        CertificateQuestion.read(
            Map.of("kind", "UNIT", "medium", "PAPER", "state", "REVOKED", "subject", " 广西 "));
    assertThat(question.search())
        .isEqualTo(
            new CertificateSearch(
                "广西", null, null, null, HolderKind.UNIT, null, null, CertificateState.REVOKED));
    assertThat(question.isExact()).isFalse();
    assertThat(CertificateQuestion.read(Map.of("medium", "MOBILE")).search().medium())
        .isEqualTo(Medium.MOBILE);
  }
}
