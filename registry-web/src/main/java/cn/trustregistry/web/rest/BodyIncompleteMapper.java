package cn.trustregistry.web.rest;

import cn.trustregistry.web.access.BodyLimit.BodyIncomplete;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders a body that ended early as a problem, should the client still listen. */
@Provider
public class BodyIncompleteMapper implements ExceptionMapper<BodyIncomplete> {
  static final Problem PROBLEM =
      Problem.badRequest(
          "body-incomplete", "body", "The body ended, or nothing more came, before it was whole.");

  @Override
  public Response toResponse(BodyIncomplete incomplete) {
    return Response.fromResponse(PROBLEM.response()).header("Connection", "close").build();
  }
}
