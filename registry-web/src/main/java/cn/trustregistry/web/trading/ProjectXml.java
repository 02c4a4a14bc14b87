package cn.trustregistry.web.trading;

import cn.trustregistry.endangered.Endangered;
import cn.trustregistry.endangered.EndangeredProject;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.trust.Succession;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.wsdl.trading.v1.ListEndangeredProjectsResponse;
import cn.trustregistry.wsdl.trading.v1.ProjectReport;
import java.time.Instant;

/** Reads and renders projects. */
final class ProjectXml {
  private ProjectXml() {}

  static cn.trustregistry.project.ProjectReport report(ProjectReport xml) {
    return new cn.trustregistry.project.ProjectReport(
        xml.getCode(),
        xml.getName(),
        xml.getCategory() == null ? null : CommonXml.category(xml.getCategory()),
        xml.getListedOn(),
        xml.getSealedAt(),
        xml.getOpenedAt(),
        xml.getEndedAt());
  }

  static cn.trustregistry.wsdl.trading.v1.ProjectFacts facts(ProjectFacts facts) {
    var xml = new cn.trustregistry.wsdl.trading.v1.ProjectFacts();
    xml.setCode(facts.code());
    xml.setVersion(facts.version());
    xml.setName(facts.name().isEmpty() ? null : facts.name());
    xml.setCategory(CommonXml.category(facts.category()));
    xml.setListedOn(facts.listedOn());
    xml.setSealedAt(facts.sealedAt());
    xml.setOpenedAt(facts.openedAt());
    xml.setEndedAt(facts.endedAt());
    xml.setReportedAt(facts.reportedAt());
    xml.setReportedBy(facts.reportedBy());
    xml.setCorrection(facts.correction());
    return xml;
  }

  static ListEndangeredProjectsResponse endangered(Endangered endangered, Instant at) {
    ListEndangeredProjectsResponse xml = new ListEndangeredProjectsResponse();
    xml.setAt(at);
    xml.setComplete(endangered.complete());
    endangered.projects().forEach(each -> xml.getEndangered().add(endangered(each)));
    return xml;
  }

  private static cn.trustregistry.wsdl.trading.v1.EndangeredProject endangered(
      EndangeredProject endangered) {
    var xml = new cn.trustregistry.wsdl.trading.v1.EndangeredProject();
    xml.setProject(facts(endangered.project()));
    xml.setCertificate(endangered.certificate().sha256());
    xml.setAuthority(endangered.certificate().tenant());
    xml.setSubject(endangered.certificate().subject());
    xml.setCause(endangered.cause().name());
    xml.getText().add(CommonXml.text("zh-CN", endangered.chinese()));
    xml.getText().add(CommonXml.text("en", endangered.english()));
    xml.setNotAfter(endangered.certificate().notAfter());
    Succession succession = endangered.succession();
    if (succession != null) {
      xml.setReplacedBy(succession.newCertificate());
      xml.setKey(succession.key().name());
    }
    return xml;
  }
}
