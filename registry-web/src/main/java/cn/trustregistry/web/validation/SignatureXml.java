package cn.trustregistry.web.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PrehashedSignature;
import cn.trustregistry.pki.signature.NamedAlgorithm;
import cn.trustregistry.pki.signature.RawSignature;
import cn.trustregistry.pki.signature.SignedDocument;
import cn.trustregistry.signature.PresentedSignature;
import cn.trustregistry.signature.SignatureAnswer;
import cn.trustregistry.signature.SignatureAnswer.Signer;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.Verdict;
import cn.trustregistry.wsdl.validation.v1.Signature;
import cn.trustregistry.wsdl.validation.v1.SignatureFormat;
import cn.trustregistry.wsdl.validation.v1.SignerResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads signatures and renders what they are worth. */
final class SignatureXml {
  private SignatureXml() {}

  static PresentedSignature read(Signature xml) throws InvalidRequestFault, RequestRefused {
    byte[] userId =
        xml.getUserId() == null
            ? PrehashedSignature.USUAL_USER_ID.getBytes(US_ASCII)
            : xml.getUserId();
    Certificate certificate =
        xml.getCertificate() == null ? null : RequestXml.certificate(xml.getCertificate());
    return xml.getFormat() == SignatureFormat.RAW
        ? raw(xml, certificate, userId)
        : document(xml, certificate, userId);
  }

  private static PresentedSignature raw(
      Signature xml, @Nullable Certificate certificate, byte[] userId) throws InvalidRequestFault {
    if (certificate == null) {
      throw Faults.invalidRequest("CERTIFICATE_NEEDED", "certificate");
    }
    if (xml.getAlgorithm() == null) {
      throw Faults.invalidRequest("ALGORITHM_NEEDED", "algorithm");
    }
    NamedAlgorithm algorithm =
        NamedAlgorithm.named(xml.getAlgorithm().value())
            .orElseThrow(() -> new IllegalStateException("the schema knows more algorithms"));
    return new PresentedSignature.Raw(
        new RawSignature(algorithm, certificate, userId, xml.getValue()));
  }

  private static PresentedSignature document(
      Signature xml, @Nullable Certificate certificate, byte[] userId)
      throws InvalidRequestFault, RequestRefused {
    List<Certificate> offered = new ArrayList<>(RequestXml.chain(xml.getChain()));
    if (certificate != null) {
      offered.add(certificate);
    }
    try {
      SignedDocument document =
          SignedDocument.parse(
              SignedDocument.Kind.valueOf(xml.getFormat().value()), xml.getValue());
      return new PresentedSignature.Document(document, offered, userId);
    } catch (MalformedObjectException e) {
      throw Faults.invalidRequest("MALFORMED_SIGNATURE", "value", String.valueOf(e.getMessage()));
    }
  }

  /** Issuers that came along: in the message and in the object itself. */
  static List<Certificate> issuers(Signature xml, PresentedSignature signature)
      throws RequestRefused {
    List<Certificate> issuers = new ArrayList<>(RequestXml.chain(xml.getChain()));
    if (signature instanceof PresentedSignature.Document document) {
      issuers.addAll(document.document().certificates());
    }
    return issuers;
  }

  static Verdict verdict(cn.trustregistry.pki.Verdict verdict) {
    return Verdict.fromValue(verdict.name());
  }

  static List<SignerResult> signers(SignatureAnswer answer) {
    return answer.signers().stream().map(SignatureXml::signer).toList();
  }

  private static SignerResult signer(Signer signer) {
    SignerResult xml = new SignerResult();
    xml.setSignatureVerdict(verdict(signer.signatureVerdict()));
    if (!signer.judgement().algorithm().isEmpty()) {
      xml.setAlgorithm(signer.judgement().algorithm());
    }
    xml.setClaimedAt(signer.judgement().claimedAt());
    signer.judgement().reasons().forEach(reason -> xml.getReason().add(CommonXml.reason(reason)));
    signer.validation().ifPresent(recorded -> xml.setCertificate(AnswerXml.of(recorded)));
    return xml;
  }
}
