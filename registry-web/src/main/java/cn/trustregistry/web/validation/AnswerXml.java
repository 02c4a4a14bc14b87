package cn.trustregistry.web.validation;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.validation.Answer;
import cn.trustregistry.validation.Validations.Recorded;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.wsdl.common.v1.Verdict;
import cn.trustregistry.wsdl.validation.v1.Authority;
import cn.trustregistry.wsdl.validation.v1.CertificateSummary;
import cn.trustregistry.wsdl.validation.v1.Holder;
import cn.trustregistry.wsdl.validation.v1.Path;
import cn.trustregistry.wsdl.validation.v1.PathCertificate;
import cn.trustregistry.wsdl.validation.v1.Recognition;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificateResponse;
import java.util.List;

/** Renders an answer as the contract says. */
final class AnswerXml {
  private AnswerXml() {}

  static ValidateCertificateResponse of(Recorded recorded) {
    Answer answer = recorded.answer();
    ValidateCertificateResponse xml = new ValidateCertificateResponse();
    xml.setVerdict(Verdict.fromValue(answer.verdict().name()));
    xml.setSofCode(answer.sofCode());
    xml.setRecordId(recorded.id());
    xml.setAt(answer.request().at());
    xml.setKnownAt(answer.request().knownAt());
    answer.reasons().forEach(reason -> xml.getReason().add(CommonXml.reason(reason)));
    xml.setCertificate(certificate(answer));
    answer.entry().ifPresent(entry -> xml.setHolder(holder(answer, entry)));
    answer.company().ifPresent(company -> xml.setAuthority(authority(company)));
    xml.setPath(path(answer.pathToAnchor()));
    answer.revocation().forEach(summary -> xml.getRevocation().add(RevocationXml.of(summary)));
    answer.recognition().ifPresent(decision -> xml.setRecognition(recognition(decision)));
    xml.setSealedAt(answer.occasion().sealedAt());
    answer.advice().forEach(advice -> xml.getAdvice().add(CommonXml.advice(advice)));
    return xml;
  }

  private static CertificateSummary certificate(Answer answer) {
    Certificate certificate = answer.request().certificate();
    CertificateSummary xml = new CertificateSummary();
    xml.setSha256(certificate.sha256());
    xml.setSerial(certificate.serial().toString(16));
    xml.setSubject(certificate.subject().toString());
    xml.setIssuer(certificate.issuer().toString());
    xml.setNotBefore(certificate.notBefore());
    xml.setNotAfter(certificate.notAfter());
    xml.setRole(answer.role().name());
    answer
        .entry()
        .ifPresent(
            entry -> {
              xml.setMedium(entry.medium().name());
              xml.setProfile(entry.profile().name());
            });
    return xml;
  }

  private static Holder holder(Answer answer, DirectoryEntry entry) {
    Holder xml = new Holder();
    xml.setKind(entry.holderKind().name());
    List<String> names = answer.request().certificate().subject().values("2.5.4.3");
    if (!names.isEmpty()) {
      xml.setName(names.get(names.size() - 1));
    }
    xml.setUscc(entry.uscc());
    return xml;
  }

  static Authority authority(CaCompany company) {
    Authority xml = new Authority();
    xml.setCode(company.code());
    xml.getName().add(CommonXml.text("zh-CN", company.nameZh()));
    xml.getName().add(CommonXml.text("en", company.nameEn()));
    return xml;
  }

  private static Path path(List<Certificate> certificates) {
    Path xml = new Path();
    for (Certificate certificate : certificates) {
      PathCertificate step = new PathCertificate();
      step.setSha256(certificate.sha256());
      step.setSubject(certificate.subject().toString());
      step.setSerial(certificate.serial().toString(16));
      xml.getCertificate().add(step);
    }
    return xml;
  }

  private static Recognition recognition(RecognitionDecision decision) {
    Recognition xml = new Recognition();
    xml.setRuleBookVersion(decision.ruleBookVersion());
    decision.rule().ifPresent(rule -> xml.setRule(rule.id()));
    xml.setEffect(decision.effect());
    return xml;
  }
}
