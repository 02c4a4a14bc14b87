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
    int status =
        switch (refused.kind()) {
          case NOT_PERMITTED -> 403;
          case UNKNOWN_CERTIFICATE,
              MALFORMED_CERTIFICATE,
              MALFORMED_CRL,
              MALFORMED_OCSP,
              UNFIT_TIME ->
              400;
          case DUPLICATE_SERIAL, ATTRIBUTES_DIFFER, UNFIT_TRANSITION -> 409;
          case CA_CERTIFICATE,
              FOREIGN_ISSUER,
              SUBJECT_NUMBER,
              CRL_NOT_ACCEPTED,
              OCSP_NOT_ACCEPTED ->
              422;
        };
    return new Problem(
            status,
            Problem.nameOf(refused.kind()),
            "The publication was refused",
            String.valueOf(refused.getMessage()),
            refused.field())
        .response();
  }
}
