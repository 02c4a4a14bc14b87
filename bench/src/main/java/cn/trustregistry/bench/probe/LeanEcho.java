package cn.trustregistry.bench.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The same echo without Metro: the message read by StAX, the answer written as text. */
@WebServlet(urlPatterns = "/lean")
public class LeanEcho extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String ANSWER =
      "<?xml version='1.0' encoding='UTF-8'?>"
          + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
          + "<ns2:echoResponse xmlns:ns2=\"urn:trustregistry:bench\"><return>%s</return>"
          + "</ns2:echoResponse></S:Body></S:Envelope>";

  private final transient XMLInputFactory factory = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] answer = ANSWER.formatted(text(request)).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/xml;charset=utf-8");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  private String text(HttpServletRequest request) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(request.getInputStream());
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.CHARACTERS) {
          text.append(reader.getText());
        }
      }
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
