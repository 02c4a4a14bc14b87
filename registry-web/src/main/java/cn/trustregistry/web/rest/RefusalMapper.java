package cn.trustregistry.web.rest;

import cn.trustregistry.publication.PublicationRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders a refused publication as a problem. */
@Provider
public class RefusalMapper implements ExceptionMapper<PublicationRefused> {
  @Override
  public Response toResponse(PublicationRefused refused) {
    return Response.status(RefusalJson.status(refused.kind()))
        .type(Problem.MEDIA_TYPE)
        .entity(RefusalJson.of(refused).toString())
        .build();
  }
}
