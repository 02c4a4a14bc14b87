package cn.trustregistry.web.rest;

import cn.trustregistry.web.access.BodyLimit.BodyTooLarge;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders a body over its limit as a problem. */
@Provider
public class BodyTooLargeMapper implements ExceptionMapper<BodyTooLarge> {
  @Override
  public Response toResponse(BodyTooLarge tooLarge) {
    return new Problem(
            413,
            "body-too-large",
            "The body is too large",
            "The limit here is " + tooLarge.limit() + " octets.",
            null)
        .response();
  }
}
