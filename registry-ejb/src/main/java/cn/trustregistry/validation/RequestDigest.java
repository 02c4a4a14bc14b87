package cn.trustregistry.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Digests;
import java.util.ArrayList;
import java.util.List;

/**
 * Names a question by the SHA-256 of its text, which the centre can write down as well
 * (docs/receipts.md): one line for each part, the times being those of the answer.
 */
final class RequestDigest {
  private RequestDigest() {}

  /** In lower-case hexadecimal. */
  static String of(ValidationRequest request) {
    return Digests.sha256(text(request).getBytes(UTF_8));
  }

  static String text(ValidationRequest request) {
    List<String> lines = new ArrayList<>();
    lines.add("certificate=" + request.certificate().sha256());
    for (Certificate offered : request.offered()) {
      lines.add("chain=" + offered.sha256());
    }
    lines.add("at=" + request.at());
    lines.add("knownAt=" + request.knownAt());
    lines.add("category=" + request.category());
    lines.add("stage=" + request.stage());
    if (request.listedOn() != null) {
      lines.add("listedOn=" + request.listedOn());
    }
    if (request.project() != null) {
      lines.add("project=" + request.project());
    }
    if (request.sealedAt() != null) {
      lines.add("sealedAt=" + request.sealedAt());
    }
    return String.join("\n", lines) + "\n";
  }
}
