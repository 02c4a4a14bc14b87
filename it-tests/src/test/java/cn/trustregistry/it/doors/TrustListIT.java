package cn.trustregistry.it.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.TestServers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The trust list against the schemas of ETSI and W3C and under xmlsec1. */
@ArquillianTest
@RunAsClient
class TrustListIT {
  private static final String TSL = "http://uri.etsi.org/02231/v2#";

  private final DemoClient client = DemoClient.ofContainer();

  private final CommandLine shell = new CommandLine();
  private final Path folder = shell.folder();

  @Test
  void list_validates_against_the_schema_and_so_do_its_xades_properties() throws Exception {
    Schema schema =
        schema(
            "xsd/xml.xsd",
            "xsd/xmldsig-core-schema.xsd",
            "xsd/XAdES01903v132-202407.xsd",
            "xsd/ts_119612v020401_xsd.xsd");
    byte[] list = list().body().getBytes(UTF_8);
    assertThatCode(
            () -> schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(list))))
        .doesNotThrowAnyException();
  }

  @Test
  void signature_is_verified_by_xmlsec1_and_no_longer_when_the_list_was_altered() {
    write("list.xml", list().body());
    write(
        "signer.pem",
        client.send(client.request("registry-certificates/trust-list.pem").GET()).body());
    assertThat(verify("list.xml")).contains("OK").doesNotContain("FAIL");
    write("altered.xml", list().body().replace(">gxca<", ">gxcb<"));
    assertThat(verify("altered.xml")).contains("FAIL");
    write("later.xml", list().body().replaceAll("(<xades:SigningTime>)20", "$121"));
    assertThat(verify("later.xml")).contains("FAIL");
  }

  @Test
  void every_admitted_ca_certificate_is_a_recognised_service_with_its_crl_and_responder()
      throws Exception {
    Document list = parsed(list().body());
    assertThat(texts(list, "TSPTradeName")).anyMatch(name -> name.contains("huace"));
    for (String file : new String[] {"gxca/ca/issuing-rsa.pem", "itrus/ca/root-sm2.pem"}) {
      assertThat(texts(list, "X509Certificate"))
          .contains(Base64.getEncoder().encodeToString(client.der(file)));
    }
    assertThat(texts(list, "ServiceStatus"))
        .contains("http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/recognisedatnationallevel");
    assertThat(texts(list, "ServiceSupplyPoint"))
        .anyMatch(point -> point.contains("/crl/gxca/"))
        .anyMatch(point -> point.endsWith("/ocsp"));
  }

  @Test
  void list_has_a_tag_and_a_number_and_stays_at_its_own_address() throws Exception {
    HttpResponse<String> first = list();
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String number = texts(parsed(first.body()), "TSLSequenceNumber").get(0);
    assertThat(tag).isEqualTo("\"" + number + "\"");
    HttpResponse<String> kept = client.send(client.request("trust-lists/" + number + ".xml").GET());
    assertThat(kept.body()).isEqualTo(first.body());
    assertThat(
            client
                .send(client.request("trust-list.xml").header("If-None-Match", tag).GET())
                .statusCode())
        .isIn(304, 200);
    assertThat(client.send(client.request("trust-lists/0.xml").GET()).statusCode()).isEqualTo(404);
    assertThat(client.send(client.request("trust-lists/999999.xml").GET()).statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> list() {
    HttpResponse<String> list = client.send(client.request("trust-list.xml").GET());
    assertThat(list.statusCode()).as(TestServers.containerBase().toString()).isEqualTo(200);
    return list;
  }

  private String verify(String file) {
    return shell.run(
        "xmlsec1",
        "--verify",
        "--id-attr:Id",
        "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
        "--trusted-pem",
        "signer.pem",
        file);
  }

  private static List<String> texts(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS(TSL, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static Document parsed(String xml) throws Exception {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(xml, e);
    }
  }

  /** Of the schemas as the specs artifacts carry them; nothing is fetched. */
  private static Schema schema(String... resources) throws Exception {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var documents =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          LSInput input = documents.createLSInput();
          input.setByteStream(resource(carried(String.valueOf(namespace))));
          input.setSystemId(systemId);
          return input;
        });
    Source[] sources = new Source[resources.length];
    for (int i = 0; i < resources.length; i++) {
      sources[i] = new StreamSource(resource(resources[i]), resources[i]);
    }
    return factory.newSchema(sources);
  }

  private static String carried(String namespace) {
    return switch (namespace) {
      case "http://www.w3.org/XML/1998/namespace" -> "xsd/xml.xsd";
      case "http://www.w3.org/2000/09/xmldsig#" -> "xsd/xmldsig-core-schema.xsd";
      default -> "xsd/XAdES01903v132-202407.xsd";
    };
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        TrustListIT.class.getClassLoader().getResourceAsStream(name), name);
  }

  private void write(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
