package cn.trustregistry.web.rest;

import cn.trustregistry.web.access.PacedBody;
import cn.trustregistry.web.access.PacedBody.BodyTooSlow;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders a body that comes too slowly as a problem. */
@Provider
public class BodyTooSlowMapper implements ExceptionMapper<BodyTooSlow> {
  static final Problem PROBLEM =
      new Problem(
          408,
          "body-too-slow",
          "The body comes too slowly",
          "At least "
              + PacedBody.OCTETS_PER_SECOND
              + " octets a second are needed after the first "
              + PacedBody.GRACE_SECONDS
              + " seconds.",
          null);

  @Override
  public Response toResponse(BodyTooSlow tooSlow) {
    return Response.fromResponse(PROBLEM.response()).header("Connection", "close").build();
  }
}
