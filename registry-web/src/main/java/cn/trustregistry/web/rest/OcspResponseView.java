package cn.trustregistry.web.rest;

import cn.trustregistry.ocsp.StoredOcspResponse;
import cn.trustregistry.pki.revocation.OcspAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An OCSP response in JSON.
 *
 * @param source PUSHED or FETCHED
 */
public record OcspResponseView(
    String sha256,
    String certificate,
    String serial,
    String source,
    String status,
    @Nullable String revokedAt,
    @Nullable String reason,
    String producedAt,
    String thisUpdate,
    @Nullable String nextUpdate,
    String receivedAt) {
  static OcspResponseView of(StoredOcspResponse response) {
    OcspAnswer answer = response.answer();
    return new OcspResponseView(
        answer.sha256(),
        response.certificate(),
        answer.serial().toString(16),
        response.source(),
        answer.said().name(),
        text(answer.revokedAt()),
        text(answer.reason()),
        answer.producedAt().toString(),
        answer.thisUpdate().toString(),
        text(answer.nextUpdate()),
        answer.receivedAt().toString());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
