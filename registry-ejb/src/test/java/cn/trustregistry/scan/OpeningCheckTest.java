package cn.trustregistry.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.scan.SigningRefused.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningCheckTest {
  private static final CategoryRef WORKS = new CategoryRef("GGZY", "1", "0101");
  private static final Categories CATEGORIES =
      new Categories(List.of(new Categories.Category(WORKS, null, "房屋建筑", "Buildings")));

  private byte[] hash = new byte[32];
  private HashAlgorithm algorithm = HashAlgorithm.SM3;
  private String purpose = "签署合同";
  private Stage stage = Stage.CONTRACT_SIGNING;
  private CategoryRef category = WORKS;
  private String uscc = "91450100MA5DEM13CX";
  private Duration life = SigningRequest.USUAL_LIFE;

  @Test
  void usual_question_can_be_opened() {
    OpeningCheck.judge(request(), CATEGORIES);
  }

  @Test
  void hash_of_another_length_than_its_algorithm_is_refused() {
    hash = new byte[31];
    refuses(Reason.HASH_LENGTH, "hash");
    hash = new byte[32];
    algorithm = HashAlgorithm.SHA512;
    refuses(Reason.HASH_LENGTH, "hash");
  }

  @Test
  void purpose_that_a_signer_cannot_read_is_refused() {
    for (String unreadable : List.of(" ", "a\nb", "a\u202Eb", "a\u200Bb", "长".repeat(201))) {
      purpose = unreadable;
      refuses(Reason.PURPOSE_UNFIT, "purpose");
    }
  }

  @Test
  void stages_of_encryption_keys_are_refused() {
    stage = Stage.BID_DECRYPTION;
    refuses(Reason.STAGE_CANNOT_SIGN, "stage");
    stage = Stage.BID_ENCRYPTION;
    refuses(Reason.STAGE_CANNOT_SIGN, "stage");
  }

  @Test
  void unknown_category_wrong_holder_code_and_unfit_life_are_refused() {
    category = new CategoryRef("GGZY", "1", "77");
    refuses(Reason.UNKNOWN_CATEGORY, "category");
    category = WORKS;
    uscc = "91450100MA5DEM13CY";
    refuses(Reason.USCC_UNFIT, "expectedUscc");
    uscc = "91450100MA5DEM13CX";
    life = Duration.ofSeconds(29);
    refuses(Reason.LIFETIME_UNFIT, "lifeSeconds");
    life = Duration.ofSeconds(1_801);
    refuses(Reason.LIFETIME_UNFIT, "lifeSeconds");
  }

  @Test
  void payload_leads_to_its_token_and_nothing_else_does() {
    String token = "A".repeat(43);
    String payload = SigningPayload.of("https://registry.example/", token);
    assertThat(payload).isEqualTo("https://registry.example/scan.xhtml#" + token);
    assertThat(SigningPayload.token(" " + payload + "\n")).contains(token);
    assertThat(SigningPayload.token(token)).contains(token);
    assertThat(SigningPayload.token("A".repeat(42))).isEmpty();
    assertThat(SigningPayload.token("https://registry.example/scan.xhtml")).isEmpty();
  }

  private SigningRequest request() {
    return new SigningRequest(
        hash, algorithm, purpose, stage, category, null, null, uscc, null, life);
  }

  private void refuses(Reason reason, String field) {
    assertThatThrownBy(() -> OpeningCheck.judge(request(), CATEGORIES))
        .isInstanceOfSatisfying(
            SigningRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.field()).isEqualTo(field);
            });
  }
}
