package cn.trustregistry.web.rest;

import cn.trustregistry.ocsp.OcspResponses;
import cn.trustregistry.ocsp.StoredOcspResponse;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Takes OCSP responses and reads them back. */
@Path("ocsp-responses")
@CaCompanyOnly
public class OcspResponsesResource {
  /** In octets. */
  private static final int LIMIT = 64 << 10;

  private static final String DER = "application/ocsp-response";

  @Inject OcspResponses responses;
  @Inject CurrentClient current;

  @POST
  @Consumes(DER)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = OcspResponseView.class, responseCode = "201")
  @Operation(
      operationId = "pushOcspResponse",
      summary = "Push an OCSP response about one of your certificates, DER, up to 64 KiB",
      description =
          "It is in force when the answer arrives. The same response again answers the same.")
  public Response push(@Context UriInfo uri, InputStream body) throws IOException {
    StoredOcspResponse stored =
        responses.push(current.get(), BodyLimit.read(body, LIMIT), Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(stored.answer().sha256()).build())
        .entity(OcspResponseView.of(stored))
        .build();
  }

  @GET
  @Path("{sha256}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readOcspResponse",
      summary = "Read about one of the responses on your certificates, pushed or fetched")
  public OcspResponseView read(@PathParam("sha256") String sha256) {
    return OcspResponseView.of(find(sha256));
  }

  @GET
  @Path("{sha256}")
  @Produces(DER)
  @Operation(
      operationId = "readOcspResponse",
      summary = "Read one of the responses on your certificates, DER")
  public byte[] readDer(@PathParam("sha256") String sha256) {
    return find(sha256).der();
  }

  private StoredOcspResponse find(String sha256) {
    return responses
        .response(current.get(), sha256)
        .orElseThrow(() -> Problem.notFound("OCSP response").exception());
  }
}
