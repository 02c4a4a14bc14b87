package cn.trustregistry.web.validation;

import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.trust.EvidenceFreshness;
import cn.trustregistry.trust.EvidenceFreshness.State;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.validation.v1.IssuerState;
import cn.trustregistry.wsdl.validation.v1.PingResponse;
import java.util.Optional;

/** Says how the registry stands. */
final class PingXml {
  private PingXml() {}

  /**
   * @param snapshot empty while the trust snapshot is not loaded
   */
  static PingResponse of(SoapCall call, Optional<TrustSnapshot> snapshot) {
    PingResponse xml = new PingResponse();
    xml.setAt(call.now());
    xml.setCentre(call.centre().centre());
    xml.setClientId(call.centre().clientId());
    xml.setState("NOT_READY");
    snapshot.ifPresent(s -> describe(xml, s, call));
    return xml;
  }

  private static void describe(PingResponse xml, TrustSnapshot snapshot, SoapCall call) {
    Optional<RuleBook> book = snapshot.recognition().newest();
    book.ifPresent(b -> xml.setRuleBookVersion(b.version()));
    boolean ready = book.isPresent();
    for (EvidenceFreshness evidence : EvidenceFreshness.of(snapshot, call.now())) {
      ready &= evidence.state() != State.STALE && evidence.state() != State.MISSING;
      xml.getIssuer().add(issuer(evidence));
    }
    xml.setState(ready ? "READY" : "DEGRADED");
  }

  private static IssuerState issuer(EvidenceFreshness evidence) {
    IssuerState xml = new IssuerState();
    xml.setAuthority(evidence.issuer().tenant());
    xml.setSubject(evidence.issuer().certificate().subject().toString());
    xml.setState(evidence.state().name());
    if (evidence.newest() != null) {
      xml.setThisUpdate(evidence.newest().thisUpdate());
      xml.setNextUpdate(evidence.newest().nextUpdate());
    }
    return xml;
  }
}
