package cn.trustregistry.web.signing;

import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.scan.HashAlgorithm;
import cn.trustregistry.scan.SigningRequest;
import cn.trustregistry.scan.SigningSession;
import cn.trustregistry.scan.SigningSessions.Opened;
import cn.trustregistry.wsdl.common.v1.Category;
import cn.trustregistry.wsdl.signing.v1.OpenSigningSession;
import cn.trustregistry.wsdl.signing.v1.OpenSigningSessionResponse;
import cn.trustregistry.wsdl.signing.v1.Refusal;
import cn.trustregistry.wsdl.signing.v1.SessionAnswer;
import cn.trustregistry.wsdl.signing.v1.SessionState;
import java.time.Duration;
import java.util.Base64;

/** Between the messages of the contract and the room. */
final class SigningXml {
  private SigningXml() {}

  static SigningRequest read(OpenSigningSession xml) {
    Category category = xml.getCategory();
    Integer seconds = xml.getLifeSeconds();
    return new SigningRequest(
        xml.getHash(),
        HashAlgorithm.valueOf(xml.getHashAlgorithm().value()),
        xml.getPurpose(),
        Stage.valueOf(xml.getStage().value()),
        new CategoryRef(category.getSystem(), category.getVersion(), category.getValue()),
        xml.getListedOn(),
        xml.getProject(),
        xml.getExpectedUscc(),
        xml.getCallbackUrl(),
        seconds == null ? SigningRequest.USUAL_LIFE : Duration.ofSeconds(seconds));
  }

  static OpenSigningSessionResponse opened(Opened opened) {
    OpenSigningSessionResponse xml = new OpenSigningSessionResponse();
    xml.setSessionId(opened.session().id());
    xml.setPayload(opened.payload());
    xml.setExpiresAt(opened.session().expiresAt());
    QrCode code = QrCode.of(opened.payload());
    xml.setQrSvg(code.svg());
    xml.setQrPng(code.png());
    if (opened.callbackSecret() != null) {
      xml.setCallbackSecret(Base64.getDecoder().decode(opened.callbackSecret()));
    }
    return xml;
  }

  static SessionAnswer of(SigningSession session) {
    SessionAnswer xml = new SessionAnswer();
    xml.setSessionId(session.id());
    xml.setState(SessionState.fromValue(session.state().name()));
    xml.setExpiresAt(session.expiresAt());
    xml.setEndedAt(session.endedAt());
    xml.setClaimedBy(session.claim() == null ? null : session.claim().tenant());
    xml.setAttempts(session.attempts());
    if (session.lastReason() != null) {
      Refusal refusal = new Refusal();
      refusal.setCode(session.lastReason());
      refusal.setDetail(session.lastDetail());
      xml.setLastRefusal(refusal);
    }
    if (session.signed() != null) {
      xml.setCertificate(session.signed().certificate());
      xml.setSignature(session.signed().signature());
    }
    xml.setRecordId(session.recordId());
    return xml;
  }
}
