package cn.trustregistry.web.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.wsdl.validation.v1.InvalidRequest;
import cn.trustregistry.wsdl.validation.v1.NotAuthenticated;
import cn.trustregistry.wsdl.validation.v1.ObjectFactory;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Writes a typed SOAP 1.1 fault for requests that never reach Metro. */
final class FaultWriter {
  private static final String HEAD =
      "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><S:Fault>"
          + "<faultcode>S:Client</faultcode><faultstring>";
  private static final String MIDDLE = "</faultstring><detail>";
  private static final String TAIL = "</detail></S:Fault></S:Body></S:Envelope>";

  private final JAXBContext context;
  private final ObjectFactory elements = new ObjectFactory();

  FaultWriter() {
    try {
      context = JAXBContext.newInstance(ObjectFactory.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("the generated classes are no JAXB classes", e);
    }
  }

  void write(HttpServletResponse response, int status, InvalidRequest fault) throws IOException {
    write(response, status, Faults.english(fault.getText()), elements.createInvalidRequest(fault));
  }

  void write(HttpServletResponse response, int status, NotAuthenticated fault) throws IOException {
    write(
        response, status, Faults.english(fault.getText()), elements.createNotAuthenticated(fault));
  }

  private void write(HttpServletResponse response, int status, String text, JAXBElement<?> detail)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write((HEAD + escaped(text) + MIDDLE).getBytes(UTF_8));
    try {
      Marshaller marshaller = context.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(detail, body);
    } catch (JAXBException e) {
      throw new IOException("a fault could not be written", e);
    }
    body.write(TAIL.getBytes(UTF_8));
    response.setStatus(status);
    response.setContentType("text/xml; charset=utf-8");
    response.getOutputStream().write(body.toByteArray());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
