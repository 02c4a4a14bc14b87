package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.crl.RevocationList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer rests on; rendered only when somebody reads it. */
public sealed interface RevocationEvidence {
  /** The facts that name the piece of evidence, in a stable order. */
  Map<String, String> facts();

  private static String text(@Nullable Object fact) {
    return fact == null ? "-" : fact.toString();
  }

  /**
   * A complete list, and the delta that was joined with it.
   *
   * @param list the complete list
   * @param delta the delta, or null
   */
  record Crl(RevocationList list, @Nullable RevocationList delta) implements RevocationEvidence {
    @Override
    public Map<String, String> facts() {
      Map<String, String> facts = of(list);
      if (delta != null) {
        facts.put("deltaNumber", text(delta.number()));
        facts.put("deltaSha256", delta.sha256());
        facts.put("deltaThisUpdate", delta.thisUpdate().toString());
        facts.put("deltaNextUpdate", text(delta.nextUpdate()));
      }
      return facts;
    }

    static Map<String, String> of(RevocationList list) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("crlIssuer", list.issuer().toString());
      facts.put("crlNumber", text(list.number()));
      facts.put("crlSha256", list.sha256());
      facts.put("thisUpdate", list.thisUpdate().toString());
      facts.put("nextUpdate", text(list.nextUpdate()));
      return facts;
    }
  }

  /** A notice of the issuer. */
  record Notice(RevocationNotice notice) implements RevocationEvidence {
    @Override
    public Map<String, String> facts() {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("noticeId", notice.id());
      facts.put("action", notice.action().name());
      facts.put("effectiveAt", notice.effectiveAt().toString());
      facts.put("receivedAt", notice.receivedAt().toString());
      return facts;
    }
  }

  /** An OCSP response. */
  record Ocsp(OcspAnswer answer) implements RevocationEvidence {
    @Override
    public Map<String, String> facts() {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("ocspSha256", answer.sha256());
      facts.put("producedAt", answer.producedAt().toString());
      facts.put("thisUpdate", answer.thisUpdate().toString());
      facts.put("nextUpdate", text(answer.nextUpdate()));
      return facts;
    }
  }
}
