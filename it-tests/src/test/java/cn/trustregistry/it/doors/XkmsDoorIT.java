package cn.trustregistry.it.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.TestServers;
import jakarta.xml.ws.BindingProvider;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.apache.cxf.BusFactory;
import org.apache.cxf.xkms.client.XKMSClientFactory;
import org.apache.cxf.xkms.client.XKMSInvoker;
import org.apache.cxf.xkms.exception.XKMSValidateException;
import org.apache.cxf.xkms.handlers.Applications;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.w3._2002._03.xkms_wsdl.XKMSPortType;

/** What Apache CXF's XKMS client and plain HTTP clients meet at the XKMS door. */
@ArquillianTest
@RunAsClient
class XkmsDoorIT {
  private static final String CENTRE = "centre-450100";
  private static final String XKMS = "http://www.w3.org/2002/03/xkms#";
  private static final String ENVELOPE =
      "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>%s</S:Body>"
          + "</S:Envelope>";

  private final DemoClient client = DemoClient.ofContainer();

  @Test
  void good_certificate_is_valid_for_the_xkms_client_of_cxf_and_a_revoked_one_is_not()
      throws Exception {
    XKMSInvoker xkms = xkms(client.secret(CENTRE));
    assertThat(xkms.validateCertificate(certificate("gxca/unit-rsa-sign.pem"))).isTrue();
    assertThat(xkms.validateCertificate(certificate("gxca/revoked-rsa-sign.pem"))).isFalse();
    assertThat(xkms.validateCertificate(certificate("gxca/expired-rsa-sign.pem"))).isFalse();
  }

  @Test
  void certificate_is_located_by_cxf_by_issuer_and_serial_and_by_subject() throws Exception {
    XKMSInvoker xkms = xkms(client.secret(CENTRE));
    X509Certificate wanted = certificate("gxca/unit-rsa-sign.pem");
    String issuer = wanted.getIssuerX500Principal().getName();
    assertThat(xkms.getCertificateForIssuerSerial(issuer, wanted.getSerialNumber()))
        .isEqualTo(wanted);
    assertThat(xkms.getCertificateForIssuerSerial(issuer, BigInteger.TEN)).isNull();
    X509Certificate bySubject =
        xkms.getCertificateForId(Applications.PKIX, wanted.getSubjectX500Principal().getName());
    assertThat(bySubject.getSubjectX500Principal()).isEqualTo(wanted.getSubjectX500Principal());
  }

  @Test
  void client_with_a_wrong_secret_gets_no_answer() {
    XKMSInvoker xkms = xkms("wrong");
    assertThatThrownBy(() -> xkms.validateCertificate(certificate("gxca/unit-rsa-sign.pem")))
        .isInstanceOf(XKMSValidateException.class);
    HttpResponse<String> answer = post("gxca-client", validate("gxca/unit-rsa-sign.pem", ""));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains(XKMS + "Sender", XKMS + "NoAuthentication");
  }

  @Test
  void each_of_the_four_tests_is_told_and_the_record_for_who_asks() {
    HttpResponse<String> good = post(CENTRE, validate("gxca/unit-rsa-sign.pem", ""));
    assertThat(good.body()).contains("StatusValue=\"" + XKMS + "Valid\"");
    for (String test :
        List.of("Signature", "IssuerTrust", "RevocationStatus", "ValidityInterval")) {
      assertThat(good.body()).contains("ValidReason>" + XKMS + test + "<");
    }
    HttpResponse<String> revoked = post(CENTRE, validate("gxca/revoked-rsa-sign.pem", ""));
    assertThat(revoked.body())
        .contains("StatusValue=\"" + XKMS + "Invalid\"")
        .contains("InvalidReason>" + XKMS + "RevocationStatus<")
        .doesNotContain("urn:trustregistry:xkms:v1");
    HttpResponse<String> unpublished =
        post(
            CENTRE,
            validate("huace/new-sm2-sign.pem", "")
                .replace(
                    "<QueryKeyBinding>",
                    "<RespondWith>urn:trustregistry:xkms:v1#Verdict</RespondWith>"
                        + "<QueryKeyBinding>"));
    assertThat(unpublished.body())
        .contains("StatusValue=\"" + XKMS + "Indeterminate\"")
        .contains("IndeterminateReason>" + XKMS + "IssuerTrust<")
        .contains("code=\"CERTIFICATE_NOT_PUBLISHED\"")
        .containsPattern("record=\"[0-9a-f-]{36}\"");
  }

  @Test
  void category_and_stage_come_in_use_key_with() {
    String drugs =
        "<UseKeyWith Application=\"urn:trustregistry:category\" Identifier=\"900201\"/>"
            + "<UseKeyWith Application=\"urn:trustregistry:stage\" Identifier=\"LOGIN\"/>";
    assertThat(post(CENTRE, validate("huace/mobile-sm2-sign.pem", drugs)).body())
        .contains(XKMS + "Invalid\"", "InvalidReason>" + XKMS + "IssuerTrust<");
    String procurement = drugs.replace("900201", "02");
    assertThat(post(CENTRE, validate("huace/mobile-sm2-sign.pem", procurement)).body())
        .contains(XKMS + "Valid\"");
    String nonsense = drugs.replace("LOGIN", "LUNCH");
    assertThat(post(CENTRE, validate("huace/mobile-sm2-sign.pem", nonsense)).body())
        .contains("ResultMajor=\"" + XKMS + "Sender\"", "LUNCH");
  }

  @Test
  void encryption_certificates_of_a_holder_are_located_by_credit_code() {
    String query =
        "<LocateRequest xmlns=\""
            + XKMS
            + "\" Id=\"I1\" Service=\"x\"><QueryKeyBinding>"
            + "<KeyUsage>"
            + XKMS
            + "Encryption</KeyUsage>"
            + "<UseKeyWith Application=\"urn:trustregistry:uscc\""
            + " Identifier=\"91450100MA5DEM13CX\"/></QueryKeyBinding></LocateRequest>";
    HttpResponse<String> found = post(CENTRE, query);
    String der = Base64.getEncoder().encodeToString(client.der("gxca/unit-rsa-enc.pem"));
    assertThat(found.body()).contains("RequestId=\"I1\"", der);
    assertThat(found.body())
        .doesNotContain(Base64.getEncoder().encodeToString(client.der("gxca/unit-rsa-sign.pem")));
    assertThat(post(CENTRE, query.replace("91450100MA5DEM13CX", "nobody")).body())
        .contains(XKMS + "Success", XKMS + "NoMatch");
  }

  @Test
  void nonsense_is_a_typed_result_and_the_server_keeps_serving() {
    assertRefused(post(CENTRE, "<unfinished"), 400, "Failure");
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    HttpResponse<String> xxe = raw(entity + ENVELOPE.formatted("&e;"));
    assertRefused(xxe, 400, "Failure");
    assertThat(xxe.body()).doesNotContain("root:");
    assertRefused(raw("<a>".repeat(50) + "</a>".repeat(50)), 400, "Failure");
    assertRefused(raw("<hello/>"), 400, "Failure");
    assertRefused(post(CENTRE, "<hello xmlns=\"urn:x\"/>"), 400, "MessageNotSupported");
    assertRefused(
        post(CENTRE, "<RegisterRequest xmlns=\"" + XKMS + "\"/>"), 200, "MessageNotSupported");
    assertRefused(post(CENTRE, "<ValidateRequest xmlns=\"" + XKMS + "\"/>"), 200, "Incomplete");
    String garbage =
        validate("gxca/unit-rsa-sign.pem", "").replaceAll("Certificate>M", "Certificate>A");
    assertRefused(post(CENTRE, garbage), 200, "Failure");
    assertRefused(raw("<x>" + " ".repeat(300_000) + "</x>"), 413, "Failure");
    HttpResponse<String> type = client.post(CENTRE, "xkms", "text/plain", "hello".getBytes(UTF_8));
    assertRefused(type, 415, "Failure");
    assertThat(post(CENTRE, validate("gxca/unit-rsa-sign.pem", "")).body())
        .contains(XKMS + "Valid\"");
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String minor) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body())
        .contains("ResultMajor=\"" + XKMS + "Sender\"", "ResultMinor=\"" + XKMS + minor + "\"");
  }

  private HttpResponse<String> post(String clientId, String request) {
    return client.post(clientId, "xkms", "text/xml", ENVELOPE.formatted(request).getBytes(UTF_8));
  }

  private HttpResponse<String> raw(String message) {
    return client.post(CENTRE, "xkms", "text/xml", message.getBytes(UTF_8));
  }

  private String validate(String certificate, String uses) {
    return "<ValidateRequest xmlns=\""
        + XKMS
        + "\" Id=\"I1\" Service=\"x\"><QueryKeyBinding>"
        + "<KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data><X509Certificate>"
        + Base64.getEncoder().encodeToString(client.der(certificate))
        + "</X509Certificate></X509Data></KeyInfo>"
        + uses
        + "</QueryKeyBinding></ValidateRequest>";
  }

  private XKMSInvoker xkms(String secret) {
    XKMSPortType port =
        XKMSClientFactory.create(TestServers.containerBase() + "xkms", BusFactory.getDefaultBus());
    var context = ((BindingProvider) port).getRequestContext();
    context.put(BindingProvider.USERNAME_PROPERTY, CENTRE);
    context.put(BindingProvider.PASSWORD_PROPERTY, secret);
    return new XKMSInvoker(port);
  }

  private X509Certificate certificate(String name) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(client.der(name)));
  }
}
