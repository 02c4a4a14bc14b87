package cn.trustregistry.web.rest;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The last resort: a fault of ours becomes a problem with an incident number, details go to the
 * log.
 */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class.getName());

  @Override
  public Response toResponse(Throwable fault) {
    if (fault instanceof WebApplicationException web) {
      return described(web.getResponse());
    }
    if (fault instanceof ProcessingException && fault.getCause() instanceof JsonbException) {
      return Problem.badRequest("malformed-json", "body", "The body is not the JSON expected here.")
          .response();
    }
    UUID incident = UUID.randomUUID();
    LOG.log(Level.SEVERE, "incident " + incident, fault);
    return new Problem(
            500,
            "internal",
            "The registry failed",
            "Nothing was acknowledged. Incident " + incident + ".",
            null)
        .response();
  }

  private static Response described(Response response) {
    if (response.hasEntity()) {
      return response;
    }
    String phrase = response.getStatusInfo().getReasonPhrase();
    return new Problem(response.getStatus(), "http-" + response.getStatus(), phrase, phrase, null)
        .response();
  }
}
