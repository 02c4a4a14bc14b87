package cn.trustregistry.web.validation;

import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.Validations.Outcome;
import cn.trustregistry.validation.Validations.Question;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.wsdl.validation.v1.BatchResult;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificates;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificatesResponse;
import java.time.Instant;
import java.util.List;

/** Reads and renders batches. */
final class BatchXml {
  private BatchXml() {}

  static List<Question> read(ValidateCertificates request, Instant now) {
    return request.getItem().stream().map(item -> question(item, now)).toList();
  }

  private static Question question(ValidateCertificate item, Instant now) {
    return () -> RequestXml.read(item, now);
  }

  static ValidateCertificatesResponse of(List<Outcome> outcomes) {
    ValidateCertificatesResponse xml = new ValidateCertificatesResponse();
    outcomes.forEach(outcome -> xml.getResult().add(result(outcome)));
    return xml;
  }

  private static BatchResult result(Outcome outcome) {
    BatchResult xml = new BatchResult();
    if (outcome instanceof Outcome.Answered answered) {
      xml.setAnswer(AnswerXml.of(answered.recorded()));
    } else {
      RequestRefused why = ((Outcome.Refused) outcome).why();
      xml.setRefused(
          Faults.invalid(why.code().name(), why.field(), String.valueOf(why.getMessage())));
    }
    return xml;
  }
}
