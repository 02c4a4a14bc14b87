package cn.trustregistry.web.ocsp;

import cn.trustregistry.responder.DelegatedResponders;
import cn.trustregistry.responder.ResponderRefused;
import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** OCSP responders that a company's issuers delegate to. */
@Path("responders")
@CaCompanyOnly
public class RespondersResource {
  private static final int LIMIT = 128 * 1024;

  @Inject DelegatedResponders responders;
  @Inject CurrentClient current;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = ResponderView.class, responseCode = "201")
  @Operation(
      operationId = "requestResponder",
      summary = "Have the registry answer OCSP requests in the name of one of your issuers",
      description =
          "The registry makes a key and answers with a PKCS#10 request. Let that issuer certify it"
              + " with id-kp-OCSPSigning and bring the certificate.")
  public Response request(@Context UriInfo uri, @Nullable ResponderInput input) {
    if (input == null) {
      throw Problem.badRequest("invalid-parameter", "body", "A JSON object is needed.").exception();
    }
    SigningIdentity made =
        responders.request(
            current.get(),
            Parameters.required("issuer", input.issuer),
            input.algorithm == null
                ? SigningAlgorithm.P256
                : Parameters.oneOf(SigningAlgorithm.class, "algorithm", input.algorithm),
            Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(made.id()).build())
        .entity(ResponderView.of(made, Clock.now()))
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listResponders", summary = "Your delegated OCSP responders")
  public List<ResponderView> list() {
    return responders.of(current.get()).stream()
        .map(each -> ResponderView.of(each, Clock.now()))
        .toList();
  }

  @PUT
  @Path("{id}/certificate")
  @Consumes({"application/pkix-cert", "application/x-pem-file", MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "certifyResponder",
      summary = "Bring the certificate of a responder, DER or PEM; from then on it signs")
  public ResponderView certify(@PathParam("id") String id, InputStream body) throws IOException {
    byte[] certificate = BodyLimit.read(body, LIMIT);
    return ResponderView.of(
        responders.certify(current.get(), id, certificate, Clock.now()), Clock.now());
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "endResponder", summary = "End a delegated responder at once")
  public Response end(@PathParam("id") String id) {
    responders.retire(current.get(), id, Clock.now());
    return Response.noContent().build();
  }

  /** Renders a refusal as a problem. */
  @Provider
  public static class Refusals implements ExceptionMapper<ResponderRefused> {
    @Override
    public Response toResponse(ResponderRefused refused) {
      int status =
          switch (refused.kind()) {
            case NOT_PERMITTED -> 403;
            case UNKNOWN_RESPONDER -> 404;
            case MALFORMED_CERTIFICATE -> 400;
            case TOO_MANY_RESPONDERS, RESPONDER_CERTIFIED -> 409;
            case UNKNOWN_ISSUER, UNFIT_CERTIFICATE -> 422;
          };
      return new Problem(
              status,
              Problem.nameOf(refused.kind()),
              "The responder stays as it is",
              String.valueOf(refused.getMessage()),
              null)
          .response();
    }
  }
}
