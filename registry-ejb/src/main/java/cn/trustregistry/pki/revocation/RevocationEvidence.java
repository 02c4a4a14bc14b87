package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.crl.RevocationList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer rests on; rendered only when somebody reads it. */
public sealed interface RevocationEvidence {
  /** Adds the facts that name the piece of evidence. */
  Evidence addTo(Evidence evidence);

  /** The facts that name the piece of evidence, in a stable order. */
  default Map<String, String> facts() {
    return addTo(Evidence.none()).facts();
  }

  /**
   * A complete list, and the delta that was joined with it.
   *
   * @param list the complete list
   * @param delta the delta, or null
   */
  record Crl(RevocationList list, @Nullable RevocationList delta) implements RevocationEvidence {
    @Override
    public Evidence addTo(Evidence evidence) {
      evidence
          .with("crlIssuer", list.issuer())
          .with("crlNumber", text(list.number()))
          .with("crlSha256", list.sha256())
          .with("thisUpdate", list.thisUpdate())
          .with("nextUpdate", text(list.nextUpdate()));
      if (delta != null) {
        evidence
            .with("deltaNumber", text(delta.number()))
            .with("deltaSha256", delta.sha256())
            .with("deltaThisUpdate", delta.thisUpdate())
            .with("deltaNextUpdate", text(delta.nextUpdate()));
      }
      return evidence;
    }
  }

  /** A notice of the issuer. */
  record Notice(RevocationNotice notice) implements RevocationEvidence {
    @Override
    public Evidence addTo(Evidence evidence) {
      return evidence
          .with("noticeId", notice.id())
          .with("action", notice.action())
          .with("effectiveAt", notice.effectiveAt())
          .with("receivedAt", notice.receivedAt());
    }
  }

  /** An OCSP response. */
  record Ocsp(OcspAnswer answer) implements RevocationEvidence {
    @Override
    public Evidence addTo(Evidence evidence) {
      return evidence
          .with("ocspSha256", answer.sha256())
          .with("producedAt", answer.producedAt())
          .with("thisUpdate", answer.thisUpdate())
          .with("nextUpdate", text(answer.nextUpdate()));
    }
  }

  private static String text(@Nullable Object fact) {
    return fact == null ? "" : fact.toString();
  }
}
