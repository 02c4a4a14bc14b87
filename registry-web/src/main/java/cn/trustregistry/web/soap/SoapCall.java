package cn.trustregistry.web.soap;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.RegistryUnavailableFault;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One call that the gate let pass: who is calling, and the same faults for every operation of every
 * contract.
 *
 * @param now the moment of the call
 */
public record SoapCall(CentreClient centre, Instant now) {
  private static final Logger LOG = Logger.getLogger(SoapCall.class.getName());
  private static final Map<Class<?>, Object> BEANS = new ConcurrentHashMap<>();

  /** What an operation does. */
  @FunctionalInterface
  public interface Work<T> {
    T answer(SoapCall call)
        throws RequestRefused, RegistryUnavailable, InvalidRequestFault, RegistryUnavailableFault;
  }

  /**
   * Does the work of an operation.
   *
   * @param context that Metro injected into the endpoint
   * @throws InvalidRequestFault if the work refuses it
   * @throws RegistryUnavailableFault if there is no answer now; an unforeseen failure is logged
   *     with the incident that the fault names
   */
  public static <T> T answer(WebServiceContext context, Work<T> work)
      throws InvalidRequestFault, RegistryUnavailableFault {
    try {
      return work.answer(new SoapCall(centre(context), Clock.now()));
    } catch (RequestRefused e) {
      throw Faults.invalidRequest(e.code().name(), e.field(), String.valueOf(e.getMessage()));
    } catch (RegistryUnavailable e) {
      LOG.log(Level.WARNING, "no answer: " + e.code(), e);
      throw Faults.unavailable(e.code().name());
    } catch (RuntimeException e) {
      UUID incident = UUID.randomUUID();
      LOG.log(Level.SEVERE, "incident " + incident, e);
      throw Faults.unavailable("INTERNAL", incident.toString());
    }
  }

  /**
   * A bean; Metro makes endpoints itself, so nothing but its own context is injected into them. Its
   * proxy is the same for as long as the application runs, and finding it took an eighth of a call.
   *
   * @param type of an application-scoped bean
   */
  public static <T> T bean(Class<T> type) {
    return type.cast(BEANS.computeIfAbsent(type, wanted -> CDI.current().select(wanted).get()));
  }

  private static CentreClient centre(WebServiceContext context) {
    Object request = context.getMessageContext().get(MessageContext.SERVLET_REQUEST);
    if (request instanceof HttpServletRequest http
        && http.getAttribute(SoapGate.CALLER) instanceof CentreClient centre) {
      return centre;
    }
    throw new IllegalStateException("a message came past the gate");
  }
}
