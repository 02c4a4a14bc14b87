package cn.trustregistry.web.soap;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.wsdl.validation.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.validation.v1.RegistryUnavailableFault;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificateResponse;
import cn.trustregistry.wsdl.validation.v1.Validation;
import com.sun.xml.ws.developer.SchemaValidation;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers the operations of validation-v1.wsdl. */
@WebService(
    endpointInterface = "cn.trustregistry.wsdl.validation.v1.Validation",
    targetNamespace = "urn:trustregistry:validation:v1",
    serviceName = "ValidationService",
    portName = "ValidationPort")
@SchemaValidation(handler = SchemaErrors.class)
public class ValidationEndpoint implements Validation {
  private static final Logger LOG = Logger.getLogger(ValidationEndpoint.class.getName());

  @Resource WebServiceContext context;

  @Override
  public ValidateCertificateResponse validateCertificate(ValidateCertificate request)
      throws InvalidRequestFault, RegistryUnavailableFault {
    refuseSchemaErrors();
    Instant now = Clock.now();
    try {
      return AnswerXml.of(validations().validate(centre(), RequestXml.read(request, now), now));
    } catch (RequestRefused e) {
      throw Faults.invalidRequest(e.code().name(), e.field(), String.valueOf(e.getMessage()));
    } catch (RegistryUnavailable e) {
      LOG.log(Level.WARNING, "no verdict: " + e.code(), e);
      throw Faults.unavailable(e.code().name());
    } catch (RuntimeException e) {
      UUID incident = UUID.randomUUID();
      LOG.log(Level.SEVERE, "incident " + incident, e);
      throw Faults.unavailable("INTERNAL", incident.toString());
    }
  }

  private void refuseSchemaErrors() throws InvalidRequestFault {
    Object found = context.getMessageContext().get(SchemaErrors.PROPERTY);
    if (found instanceof List<?> list && !list.isEmpty()) {
      List<String> messages = list.stream().map(String::valueOf).toList();
      throw Faults.invalidRequest(
          "SCHEMA", SchemaErrors.field(messages), messages.get(messages.size() - 1));
    }
  }

  private CentreClient centre() {
    Object request = context.getMessageContext().get(MessageContext.SERVLET_REQUEST);
    if (request instanceof HttpServletRequest http
        && http.getAttribute(SoapGate.CALLER) instanceof CentreClient centre) {
      return centre;
    }
    throw new IllegalStateException("a message came past the gate");
  }

  /** Metro makes the endpoint itself, so nothing but its own context is injected. */
  private static Validations validations() {
    return CDI.current().select(Validations.class).get();
  }
}
