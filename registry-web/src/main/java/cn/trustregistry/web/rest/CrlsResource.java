package cn.trustregistry.web.rest;

import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.StoredCrl;
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

/** Publishes CRLs and reads them back. */
@Path("crls")
@CaCompanyOnly
public class CrlsResource {
  /** In octets. */
  private static final int LIMIT = 64 << 20;

  private static final String DER = "application/pkix-crl";

  @Inject Crls crls;
  @Inject CurrentClient current;

  @POST
  @Consumes({DER, "application/x-pem-file", MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Publish a CRL, DER or PEM, up to 64 MiB",
      description = "It is in force when the answer arrives. The same CRL again answers the same.")
  public Response publish(@Context UriInfo uri, InputStream body) throws IOException {
    StoredCrl crl = crls.publish(current.get(), BodyLimit.read(body, LIMIT), Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(crl.sha256()).build())
        .entity(CrlView.of(crl))
        .build();
  }

  @GET
  @Path("{sha256}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Read about one of your CRLs")
  public CrlView read(@PathParam("sha256") String sha256) {
    return CrlView.of(find(sha256));
  }

  @GET
  @Path("{sha256}")
  @Produces(DER)
  @Operation(summary = "Read one of your CRLs, DER")
  public byte[] readDer(@PathParam("sha256") String sha256) {
    return find(sha256).der();
  }

  private StoredCrl find(String sha256) {
    return crls.crl(current.get(), sha256).orElseThrow(() -> Problem.notFound("CRL").exception());
  }
}
