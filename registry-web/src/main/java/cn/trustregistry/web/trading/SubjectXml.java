package cn.trustregistry.web.trading;

import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.subject.SubjectAnswer;
import cn.trustregistry.subject.SubjectQuestion;
import cn.trustregistry.validation.Validations.Recorded;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.Verdict;
import cn.trustregistry.wsdl.trading.v1.LegalPerson;
import cn.trustregistry.wsdl.trading.v1.Requirement;
import cn.trustregistry.wsdl.trading.v1.SubjectCertificate;
import cn.trustregistry.wsdl.trading.v1.VerifySubject;
import cn.trustregistry.wsdl.trading.v1.VerifySubjectResponse;

/** Reads questions about subjects and renders the answers. */
final class SubjectXml {
  private SubjectXml() {}

  static SubjectQuestion question(VerifySubject xml) throws InvalidRequestFault {
    UnifiedSocialCreditCode uscc = UnifiedSocialCreditCode.parse(xml.getUscc());
    if (uscc == null) {
      throw Faults.invalidRequest("MALFORMED_USCC", "uscc", xml.getUscc());
    }
    LegalPerson person = xml.getLegalPerson();
    return new SubjectQuestion(
        uscc,
        CommonXml.category(xml.getCategory()),
        person != null,
        person == null ? null : person.getName());
  }

  static VerifySubjectResponse of(SubjectAnswer answer) {
    VerifySubjectResponse xml = new VerifySubjectResponse();
    xml.setVerdict(Verdict.fromValue(answer.verdict().name()));
    xml.setRecordId(answer.id());
    xml.setAt(answer.at());
    answer.requirements().forEach(each -> xml.getRequirement().add(requirement(each)));
    return xml;
  }

  private static Requirement requirement(SubjectAnswer.Requirement requirement) {
    Requirement xml = new Requirement();
    xml.setHolderKind(requirement.holderKind().name());
    xml.setVerdict(Verdict.fromValue(requirement.verdict().name()));
    requirement.reasons().forEach(reason -> xml.getReason().add(CommonXml.reason(reason)));
    requirement
        .candidates()
        .forEach(c -> xml.getCertificate().add(certificate(c.certificate(), c.verdict())));
    return xml;
  }

  private static SubjectCertificate certificate(PublishedCertificate certificate, Recorded said) {
    SubjectCertificate xml = new SubjectCertificate();
    xml.setSha256(certificate.sha256());
    xml.setSerial(certificate.serial());
    xml.setSubject(certificate.subject());
    xml.setAuthority(certificate.tenant());
    xml.setMedium(certificate.attributes().medium().name());
    xml.setNotAfter(certificate.notAfter());
    xml.setVerdict(Verdict.fromValue(said.answer().verdict().name()));
    xml.setRecordId(said.id());
    said.answer().reasons().forEach(reason -> xml.getReason().add(CommonXml.reason(reason)));
    return xml;
  }
}
