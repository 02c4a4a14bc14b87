package cn.trustregistry.web.signing;

import cn.trustregistry.scan.SigningRequest;
import cn.trustregistry.scan.SigningSession;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A session as the app's backend sees it.
 *
 * @param centre GB/T 2260 code of the centre that asks
 * @param purpose to be shown to the signer
 * @param hash the message that is signed, base64
 * @param category {@code system:version:code}
 * @param expectedUscc the only holder who may sign, if the centre expects one
 * @param attempts how often something was returned that did not count
 * @param recordId of the last verdict on a certificate returned
 */
public record SessionView(
    String id,
    String state,
    String centre,
    String purpose,
    String hash,
    String hashAlgorithm,
    String stage,
    String category,
    @Nullable String expectedUscc,
    String expiresAt,
    int attempts,
    @Nullable String lastReason,
    @Nullable String recordId) {
  static SessionView of(SigningSession session) {
    SigningRequest request = session.request();
    return new SessionView(
        session.id(),
        session.state().name(),
        session.centre(),
        request.purpose(),
        Base64.getEncoder().encodeToString(request.hash()),
        request.algorithm().name(),
        request.stage().name(),
        request.category().toString(),
        request.expectedUscc(),
        session.expiresAt().toString(),
        session.attempts(),
        session.lastReason(),
        session.recordId());
  }
}
