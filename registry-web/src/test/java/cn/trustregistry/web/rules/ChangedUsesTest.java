package cn.trustregistry.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.rulemaking.Preview.Assumption;
import cn.trustregistry.rulemaking.Preview.CertificateChange;
import cn.trustregistry.rulemaking.Preview.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedUsesTest {
  private static final Kind KEYS =
      new Kind("gxca", HolderKind.UNIT, Medium.USB_KEY, Profile.STANDARD, false, false);
  private static final Kind PHONES =
      new Kind("gxca", HolderKind.UNIT, Medium.MOBILE, Profile.STANDARD, false, false);

  @Test
  void certificate_that_changes_in_many_uses_counts_once() {
    List<CertificateChange> changes =
        List.of(
            change(KEYS, 5, Stage.LOGIN, "REFUSED"),
            change(KEYS, 5, Stage.BID_ENCRYPTION, "REFUSED"),
            change(PHONES, 2, Stage.LOGIN, "REFUSED"));
    List<ChangedUses> lines = ChangedUses.of(changes);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).certificates()).isEqualTo(7);
    assertThat(lines.get(0).stages()).containsExactly("LOGIN", "BID_ENCRYPTION");
    assertThat(ChangedUses.concerned(changes)).isEqualTo(7);
  }

  @Test
  void other_outcome_is_another_line_and_the_most_come_first() {
    List<ChangedUses> lines =
        ChangedUses.of(
            List.of(
                change(PHONES, 2, Stage.LOGIN, "UNDECIDED"),
                change(KEYS, 5, Stage.LOGIN, "REFUSED")));
    assertThat(lines).extracting(ChangedUses::to).containsExactly("REFUSED", "UNDECIDED");
  }

  @Test
  void certificates_that_were_issued_too_late_have_a_line_of_their_own() {
    Kind late = new Kind("gxca", HolderKind.UNIT, Medium.USB_KEY, Profile.LEGACY, false, true);
    Kind inTime = new Kind("gxca", HolderKind.UNIT, Medium.USB_KEY, Profile.LEGACY, false, false);
    List<CertificateChange> changes =
        List.of(change(inTime, 5, Stage.LOGIN, "REFUSED"), change(late, 3, Stage.LOGIN, "REFUSED"));
    assertThat(ChangedUses.of(changes))
        .extracting(ChangedUses::lateAfter)
        .containsExactly(false, true);
    assertThat(ChangedUses.concerned(changes)).isEqualTo(8);
  }

  private static CertificateChange change(Kind kind, long count, Stage stage, String to) {
    return new CertificateChange(
        kind,
        count,
        List.of("aa"),
        "GGZY:1:03",
        stage,
        new Assumption(null, false),
        List.of("450100"),
        "RECOGNISED",
        "one",
        to,
        null);
  }
}
