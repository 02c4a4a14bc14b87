package cn.trustregistry.web.validation;

import cn.trustregistry.receipt.ReceiptRefused;
import cn.trustregistry.receipt.ReceiptVerifier;
import cn.trustregistry.receipt.ReceiptWords;
import cn.trustregistry.receipt.issuing.Receipts;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.validation.v1.GetReceiptResponse;
import cn.trustregistry.wsdl.validation.v1.Receipt;
import cn.trustregistry.wsdl.validation.v1.ReceiptProblem;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificateResponse;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificates;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificatesResponse;
import cn.trustregistry.wsdl.validation.v1.VerifyReceiptResponse;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands receipts out and says what they prove. */
final class ReceiptXml {
  private static final Logger LOG = Logger.getLogger(ReceiptXml.class.getName());

  private ReceiptXml() {}

  /** The answer, with its receipt if the question asks for it. */
  static ValidateCertificateResponse attach(
      SoapCall call, ValidateCertificate question, ValidateCertificateResponse answer) {
    if (Boolean.TRUE.equals(question.isWithReceipt())) {
      answer.setReceipt(attached(call, answer.getRecordId()));
    }
    return answer;
  }

  static ValidateCertificatesResponse attach(
      SoapCall call, ValidateCertificates questions, ValidateCertificatesResponse answers) {
    for (int i = 0; i < answers.getResult().size(); i++) {
      ValidateCertificateResponse answer = answers.getResult().get(i).getAnswer();
      if (answer != null) {
        attach(call, questions.getItem().get(i), answer);
      }
    }
    return answers;
  }

  /** The receipt that goes with an answer; whatever goes wrong with it, the answer is not lost. */
  private static Receipt attached(SoapCall call, String recordId) {
    try {
      return receipt(call, recordId);
    } catch (RequestRefused | RegistryUnavailable | RuntimeException e) {
      LOG.log(Level.WARNING, "no receipt for " + recordId, e);
      ReceiptProblem problem = new ReceiptProblem();
      problem.setCode(RegistryUnavailable.Code.RECEIPT_NOT_SIGNED.name());
      problem.getText().addAll(Faults.unavailable(problem.getCode()).getFaultInfo().getText());
      Receipt xml = new Receipt();
      xml.setRecordId(recordId);
      xml.setProblem(problem);
      return xml;
    }
  }

  static GetReceiptResponse fetched(SoapCall call, String recordId)
      throws RequestRefused, RegistryUnavailable {
    GetReceiptResponse xml = new GetReceiptResponse();
    xml.setReceipt(receipt(call, recordId));
    return xml;
  }

  private static Receipt receipt(SoapCall call, String recordId)
      throws RequestRefused, RegistryUnavailable {
    Receipts.Issued issued =
        SoapCall.bean(Receipts.class).of(call.centre().centre(), recordId, call.now());
    Receipt xml = new Receipt();
    xml.setRecordId(issued.recordId());
    xml.setText(issued.text());
    xml.setTimeStamp(issued.stamp().name());
    xml.setTimeStampProblem(issued.stampProblem());
    return xml;
  }

  static VerifyReceiptResponse verified(String text) {
    VerifyReceiptResponse xml = new VerifyReceiptResponse();
    try {
      ReceiptVerifier.Proven proven = SoapCall.bean(Receipts.class).verify(text);
      xml.setGenuine(true);
      add(xml, "zh-CN", ReceiptWords.CHINESE.of(proven));
      add(xml, "en", ReceiptWords.ENGLISH.of(proven));
      xml.setClaims(proven.claims().toJson());
      proven.timeStamp().ifPresent(stamp -> xml.setTimeStampedAt(stamp.at()));
    } catch (ReceiptRefused refused) {
      xml.setGenuine(false);
      xml.setProblem(refused.reason().name());
      add(xml, "zh-CN", List.of(ReceiptWords.CHINESE.of(refused)));
      add(xml, "en", List.of(ReceiptWords.ENGLISH.of(refused)));
    }
    return xml;
  }

  private static void add(VerifyReceiptResponse xml, String language, List<String> sentences) {
    sentences.forEach(sentence -> xml.getText().add(CommonXml.text(language, sentence)));
  }
}
