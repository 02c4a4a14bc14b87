package cn.trustregistry.web.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.wsdl.common.v1.InvalidRequest;
import cn.trustregistry.wsdl.common.v1.NotAuthenticated;
import cn.trustregistry.wsdl.common.v1.ObjectFactory;
import cn.trustregistry.wsdl.common.v1.QuotaExceeded;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Writes a typed fault for requests that never reach Metro, in the SOAP version of the request.
 *
 * <p>Its status is 500 (WS-I Basic Profile 1.1 R1126; 400 in SOAP 1.2, part 2, table 20), since
 * generated clients read a fault under no other; only where HTTP credentials are asked for it is
 * 401.
 */
final class FaultWriter {
  private static final String FAULT_11 =
      "<S:Envelope xmlns:S=\"%s\"><S:Body><S:Fault><faultcode>S:Client</faultcode>"
          + "<faultstring>%s</faultstring><detail>";
  private static final String TAIL_11 = "</detail></S:Fault></S:Body></S:Envelope>";
  private static final String FAULT_12 =
      "<S:Envelope xmlns:S=\"%s\"><S:Body><S:Fault><S:Code><S:Value>S:Sender</S:Value></S:Code>"
          + "<S:Reason><S:Text xml:lang=\"en\">%s</S:Text></S:Reason><S:Detail>";
  private static final String TAIL_12 = "</S:Detail></S:Fault></S:Body></S:Envelope>";

  private final JAXBContext context;
  private final ObjectFactory elements = new ObjectFactory();

  FaultWriter() {
    try {
      context = JAXBContext.newInstance(ObjectFactory.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("the generated classes are no JAXB classes", e);
    }
  }

  void write(HttpServletResponse response, SoapVersion version, MessageRefused refused)
      throws IOException {
    InvalidRequest fault = Faults.invalid(refused.code(), refused.field(), refused.details());
    write(response, version, status(version), fault);
  }

  void write(HttpServletResponse response, SoapVersion version, int status, InvalidRequest fault)
      throws IOException {
    String text = Faults.english(fault.getText());
    write(response, version, status, text, elements.createInvalidRequest(fault));
  }

  void write(HttpServletResponse response, SoapVersion version, int status, NotAuthenticated fault)
      throws IOException {
    String text = Faults.english(fault.getText());
    write(response, version, status, text, elements.createNotAuthenticated(fault));
  }

  void write(HttpServletResponse response, SoapVersion version, QuotaExceeded fault)
      throws IOException {
    response.setHeader("Retry-After", Integer.toString(fault.getRetryAfterSeconds()));
    String text = Faults.english(fault.getText());
    write(response, version, status(version), text, elements.createQuotaExceeded(fault));
  }

  static int status(SoapVersion version) {
    return version == SoapVersion.V11 ? 500 : 400;
  }

  private void write(
      HttpServletResponse response,
      SoapVersion version,
      int status,
      String text,
      JAXBElement<?> detail)
      throws IOException {
    boolean old = version == SoapVersion.V11;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head = (old ? FAULT_11 : FAULT_12).formatted(version.namespace(), escaped(text));
    body.write(head.getBytes(UTF_8));
    try {
      Marshaller marshaller = context.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(detail, body);
    } catch (JAXBException e) {
      throw new IOException("a fault could not be written", e);
    }
    body.write((old ? TAIL_11 : TAIL_12).getBytes(UTF_8));
    response.setStatus(status);
    response.setContentType(version.contentType());
    response.getOutputStream().write(body.toByteArray());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
