package cn.trustregistry.scan;

import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.scan.SigningRefused.Reason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Whether a session can be opened as a centre asks; pure. */
final class OpeningCheck {
  private static final Set<Stage> ENCRYPTION =
      EnumSet.of(Stage.BID_ENCRYPTION, Stage.BID_DECRYPTION);

  private OpeningCheck() {}

  /**
   * @throws SigningRefused naming the field
   */
  static void judge(SigningRequest request, Categories categories) {
    int expected = request.algorithm().octets();
    if (request.hash().length != expected) {
      refuse(
          Reason.HASH_LENGTH,
          "hash",
          request.algorithm() + " has " + expected + " octets, not " + request.hash().length + ".");
    }
    if (!isReadable(request.purpose())) {
      refuse(
          Reason.PURPOSE_UNFIT,
          "purpose",
          "It is shown to the signer: 1 to 200 characters without control characters.");
    }
    if (ENCRYPTION.contains(request.stage())) {
      refuse(Reason.STAGE_CANNOT_SIGN, "stage", request.stage() + " uses encryption keys.");
    }
    if (categories.find(request.category()).isEmpty()) {
      refuse(Reason.UNKNOWN_CATEGORY, "category", request.category().toString());
    }
    String uscc = request.expectedUscc();
    if (uscc != null && UnifiedSocialCreditCode.parse(uscc) == null) {
      refuse(Reason.USCC_UNFIT, "expectedUscc", "Not a code of GB 32100, or its check is wrong.");
    }
    Duration life = request.life();
    if (life.compareTo(SigningRequest.SHORTEST_LIFE) < 0
        || life.compareTo(SigningRequest.LONGEST_LIFE) > 0) {
      refuse(Reason.LIFETIME_UNFIT, "lifeSeconds", "A session takes 30 to 1800 seconds.");
    }
  }

  /**
   * Format characters count as control characters: they can turn the order of what the signer reads
   * around.
   */
  private static boolean isReadable(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= SigningRequest.LONGEST_PURPOSE
        && text.codePoints()
            .noneMatch(
                c ->
                    Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || Character.getType(c) == Character.SURROGATE);
  }

  private static void refuse(Reason reason, String field, String detail) {
    throw new SigningRefused(reason, field, detail);
  }
}
