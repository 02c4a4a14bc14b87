package cn.trustregistry.scan;

import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a centre asks to have signed.
 *
 * @param hash the octets that are signed: the value of {@code algorithm} over the document
 * @param purpose what the signer is shown
 * @param listedOn the day the project was listed (Asia/Shanghai), or null
 * @param project the centre's own code of a project that it has reported, or null
 * @param expectedUscc the only holder who may sign, or null for any
 * @param callbackUrl where the centre is told that the session ended, or null
 * @param life how long the session may take
 */
public record SigningRequest(
    byte[] hash,
    HashAlgorithm algorithm,
    String purpose,
    Stage stage,
    CategoryRef category,
    @Nullable LocalDate listedOn,
    @Nullable String project,
    @Nullable String expectedUscc,
    @Nullable String callbackUrl,
    Duration life) {
  public static final Duration USUAL_LIFE = Duration.ofMinutes(3);
  static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);
  static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
  static final int LONGEST_PURPOSE = 200;
}
