package cn.trustregistry.trustlist;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.trustlist.TrustListContent.Provider;
import cn.trustregistry.trustlist.TrustService.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a list, unsigned: the clauses named are those of ETSI TS 119 612. */
final class TrustListDocument {
  static final String NAMESPACE = "http://uri.etsi.org/02231/v2#";
  private static final String ETSI = "http://uri.etsi.org/TrstSvc/";
  private static final String PKC_CA = ETSI + "Svctype/CA/PKC";
  private static final String CRL = ETSI + "Svctype/Certstatus/CRL";
  private static final String OCSP = ETSI + "Svctype/Certstatus/OCSP";
  private static final String NOTICE_EN =
      "Certificates of the listed CA companies are recognised across the trading centres under the"
          + " recognition rules of this registry.";
  private static final String NOTICE_ZH = "所列电子认证服务机构的证书，依本注册中心的互认规则在各交易中心互认。";

  private final TrustListContent content;
  private final TrustListScheme.Facts scheme;
  private final Document document = XmlTree.document();

  private TrustListDocument(TrustListContent content) {
    this.content = content;
    this.scheme = content.scheme();
  }

  static Document write(
      TrustListContent content, long sequence, Instant issuedAt, Instant nextUpdate) {
    TrustListDocument list = new TrustListDocument(content);
    XmlTree root = XmlTree.root(list.document, NAMESPACE, "", "TrustServiceStatusList");
    root.attribute("TSLTag", "http://uri.etsi.org/19612/TSLTag").attribute("Id", "trust-list");
    list.document.appendChild(root.element());
    list.schemeInformation(root.child("SchemeInformation"), sequence, issuedAt, nextUpdate);
    if (!content.providers().isEmpty()) {
      XmlTree providers = root.child("TrustServiceProviderList");
      content.providers().forEach(p -> list.provider(providers.child("TrustServiceProvider"), p));
    }
    return list.document;
  }

  /** Clause 5.3. */
  private void schemeInformation(XmlTree xml, long sequence, Instant issuedAt, Instant nextUpdate) {
    xml.text("TSLVersionIdentifier", 6)
        .text("TSLSequenceNumber", sequence)
        .text("TSLType", ETSI + "TrustedList/TSLType/CNgeneric");
    names(xml.child("SchemeOperatorName"), scheme.operator(), scheme.operatorZh());
    address(
        xml.child("SchemeOperatorAddress"),
        scheme.street(),
        scheme.locality(),
        "mailto:" + scheme.email());
    names(
        xml.child("SchemeName"),
        "CN:Certificate cross-recognition in public resource trading",
        "CN:公共资源交易数字证书交叉互认");
    uris(xml.child("SchemeInformationURI"), scheme.url());
    xml.text("StatusDeterminationApproach", ETSI + "TrustedList/StatusDetn/CNdetermination");
    uris(xml.child("SchemeTypeCommunityRules"), ETSI + "TrustedList/schemerules/CN");
    xml.text("SchemeTerritory", "CN");
    xml.child("PolicyOrLegalNotice")
        .text("TSLLegalNotice", "en", NOTICE_EN)
        .text("TSLLegalNotice", "zh", NOTICE_ZH);
    xml.text("HistoricalInformationPeriod", 65_535).text("ListIssueDateTime", time(issuedAt));
    xml.child("NextUpdate").text("dateTime", time(nextUpdate));
    xml.child("DistributionPoints").text("URI", scheme.url() + "/trust-list.xml");
  }

  /** Clause 5.4. */
  private void provider(XmlTree xml, Provider provider) {
    CaCompany company = provider.company();
    XmlTree information = xml.child("TSPInformation");
    names(information.child("TSPName"), company.nameEn(), company.nameZh());
    names(information.child("TSPTradeName"), company.code(), company.code());
    String hotline = company.hotline().replaceAll("[^0-9+-].*", "");
    address(
        information.child("TSPAddress"),
        company.nameZh(),
        "CN",
        hotline.isEmpty() ? scheme.url() : "tel:" + hotline);
    uris(information.child("TSPInformationURI"), scheme.url());
    XmlTree services = xml.child("TSPServices");
    provider.services().forEach(service -> service(services.child("TSPService"), service));
  }

  /** Clauses 5.5 and 5.6. */
  private void service(XmlTree xml, TrustService service) {
    XmlTree current = xml.child("ServiceInformation");
    identity(current, service, service.states().get(0), true);
    String crl = "/crl/" + service.tenant() + "/" + service.certificate().sha256() + ".crl";
    XmlTree points = current.child("ServiceSupplyPoints");
    point(points, CRL, scheme.url() + crl);
    point(points, OCSP, scheme.url() + "/ocsp");
    if (service.states().size() > 1) {
      XmlTree history = xml.child("ServiceHistory");
      service.states().stream()
          .skip(1)
          .forEach(
              state -> identity(history.child("ServiceHistoryInstance"), service, state, false));
    }
  }

  private static void point(XmlTree points, String type, String uri) {
    points.text("ServiceSupplyPoint", uri);
    ((Element) points.element().getLastChild()).setAttribute("type", type);
  }

  /**
   * @param withCertificate clause 5.6.3 wants no certificate in history, but its key identifier
   */
  private static void identity(
      XmlTree xml, TrustService service, State state, boolean withCertificate) {
    String name = service.certificate().subject().toString();
    xml.text("ServiceTypeIdentifier", PKC_CA);
    names(xml.child("ServiceName"), name, name);
    XmlTree identity = xml.child("ServiceDigitalIdentity");
    if (withCertificate) {
      identity.child("DigitalId").text("X509Certificate", base64(service.certificate().der()));
    }
    identity.child("DigitalId").text("X509SubjectName", name);
    Octets key = service.certificate().extensions().subjectKeyIdentifier();
    if (key != null) {
      identity.child("DigitalId").text("X509SKI", base64(key.toArray()));
    }
    xml.text("ServiceStatus", state.status().uri()).text("StatusStartingTime", time(state.since()));
  }

  private static void names(XmlTree xml, String english, String chinese) {
    xml.text("Name", "en", english).text("Name", "zh", chinese);
  }

  private static void uris(XmlTree xml, String uri) {
    xml.text("URI", "en", uri).text("URI", "zh", uri);
  }

  private void address(XmlTree xml, String street, String locality, String reach) {
    XmlTree postal = xml.child("PostalAddresses").child("PostalAddress");
    postal.element().setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", "en");
    postal.text("StreetAddress", street).text("Locality", locality).text("CountryName", "CN");
    xml.child("ElectronicAddress").text("URI", "en", reach).text("URI", "en", scheme.url());
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }
}
