package cn.trustregistry.web.validation;

import cn.trustregistry.challenge.Challenge;
import cn.trustregistry.challenge.ChallengeRefused;
import cn.trustregistry.challenge.Challenges;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.signature.RawSignature;
import cn.trustregistry.pki.signature.SignedContent;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.signature.PresentedSignature;
import cn.trustregistry.signature.SignatureAnswer;
import cn.trustregistry.signature.SignatureRequest;
import cn.trustregistry.signature.Signatures;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.validation.v1.IssueChallengeResponse;
import cn.trustregistry.wsdl.validation.v1.VerifyChallenge;
import cn.trustregistry.wsdl.validation.v1.VerifyChallengeResponse;
import cn.trustregistry.wsdl.validation.v1.VerifySignature;
import cn.trustregistry.wsdl.validation.v1.VerifySignatureResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Signatures over documents, and log-in by signing a challenge. */
final class SignatureOperations {
  private SignatureOperations() {}

  static VerifySignatureResponse verify(SoapCall call, VerifySignature xml)
      throws InvalidRequestFault, RequestRefused, RegistryUnavailable {
    PresentedSignature signature = SignatureXml.read(xml.getSignature());
    List<Certificate> issuers = SignatureXml.issuers(xml.getSignature(), signature);
    Instant latest = call.now().plus(RequestXml.AHEAD);
    Instant at = RequestXml.moment("at", xml.getAt(), call.now(), latest);
    Instant knownAt = RequestXml.moment("knownAt", xml.getKnownAt(), call.now(), latest);
    CategoryRef category = CommonXml.category(xml.getCategory());
    Stage stage = Stage.valueOf(xml.getStage().value());
    Function<Certificate, ValidationRequest> use =
        certificate ->
            new ValidationRequest(
                certificate,
                issuers,
                at,
                knownAt,
                category,
                stage,
                xml.getListedOn(),
                xml.getProject(),
                null);
    SignatureAnswer answer =
        SoapCall.bean(Signatures.class)
            .verify(
                call.centre(),
                new SignatureRequest(signature, content(xml, signature), use, at),
                call.now());
    VerifySignatureResponse response = new VerifySignatureResponse();
    response.setVerdict(SignatureXml.verdict(answer.verdict()));
    response.setSofCode(answer.sofCode());
    response.setRecordId(answer.id());
    response.getSigner().addAll(SignatureXml.signers(answer));
    return response;
  }

  private static SignedContent content(VerifySignature xml, PresentedSignature signature)
      throws InvalidRequestFault {
    if (xml.getData() != null) {
      return new SignedContent.Data(xml.getData());
    }
    if (xml.getDigest() == null) {
      return new SignedContent.Enclosed();
    }
    if (signature instanceof PresentedSignature.Raw raw) {
      requireLength(raw.signature(), xml.getDigest().length);
    }
    return new SignedContent.Digest(xml.getDigest());
  }

  private static void requireLength(RawSignature signature, int octets) throws InvalidRequestFault {
    int needed = signature.algorithm().digest().octets();
    if (octets != needed) {
      throw Faults.invalidRequest(
          "DIGEST_LENGTH", "digest", signature.algorithm().digest().text(), needed, octets);
    }
  }

  static IssueChallengeResponse issue(SoapCall call) {
    Challenge challenge = SoapCall.bean(Challenges.class).issue(call.centre(), call.now());
    IssueChallengeResponse response = new IssueChallengeResponse();
    response.setChallengeId(challenge.id());
    response.setToSign(challenge.toSign());
    response.setExpiresAt(challenge.expiresAt());
    return response;
  }

  /** The message is read before the challenge is used up, so that a slip does not cost it. */
  static VerifyChallengeResponse answer(SoapCall call, VerifyChallenge xml)
      throws InvalidRequestFault, RequestRefused, RegistryUnavailable {
    PresentedSignature signature = SignatureXml.read(xml.getSignature());
    List<Certificate> issuers = SignatureXml.issuers(xml.getSignature(), signature);
    CategoryRef category = CommonXml.category(xml.getCategory());
    Stage stage = Stage.valueOf(xml.getStage().value());
    Function<Certificate, ValidationRequest> use =
        certificate ->
            new ValidationRequest(
                certificate, issuers, call.now(), call.now(), category, stage, xml.getListedOn());
    SignedContent content = new SignedContent.Data(use(call, xml.getChallengeId()));
    SignatureAnswer answer =
        SoapCall.bean(Signatures.class)
            .verify(
                call.centre(),
                new SignatureRequest(signature, content, use, call.now()),
                call.now());
    VerifyChallengeResponse response = new VerifyChallengeResponse();
    response.setVerdict(SignatureXml.verdict(answer.verdict()));
    response.setSofCode(answer.sofCode());
    response.setRecordId(answer.id());
    response.getSigner().addAll(SignatureXml.signers(answer));
    return response;
  }

  private static byte[] use(SoapCall call, String id) throws InvalidRequestFault {
    try {
      return SoapCall.bean(Challenges.class).use(call.centre(), id, call.now());
    } catch (ChallengeRefused e) {
      throw Faults.invalidRequest(e.code().name(), "challengeId");
    }
  }
}
