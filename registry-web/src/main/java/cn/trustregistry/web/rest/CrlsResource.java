package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CrlFreshness;
import cn.trustregistry.publication.CrlSummary;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

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
  @APIResponseSchema(value = CrlView.class, responseCode = "201")
  @Operation(
      operationId = "publishCrl",
      summary = "Publish a CRL, DER or PEM, up to 64 MiB",
      description = "It is in force when the answer arrives. The same CRL again answers the same.")
  public Response publish(@Context UriInfo uri, InputStream body) throws IOException {
    StoredCrl crl = crls.publish(current.get(), BodyLimit.read(body, LIMIT), Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(crl.sha256()).build())
        .entity(CrlView.of(crl))
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listCrls",
      summary = "Your CRLs in order of arrival, with what you should look into",
      description = "Page with after = nextCursor of the page before; an empty page is the end.")
  public CrlView.CrlPage list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
    long seq = Page.after(after);
    List<CrlSummary> page = crls.after(current.get(), seq, Page.limit(limit));
    return new CrlView.CrlPage(
        page.stream().map(CrlView::of).toList(), Page.next(page, CrlSummary::seq, seq));
  }

  @GET
  @Path("freshness")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "crlFreshness",
      summary = "How fresh the newest complete CRL of each of your issuers is",
      description = "FRESH, ENDING, EXPIRED or MISSING.")
  public List<CrlView.FreshnessView> freshness() {
    return views(crls.freshness(current.get(), Clock.now()));
  }

  /** Freshness in JSON. */
  public static List<CrlView.FreshnessView> views(List<CrlFreshness> all) {
    return all.stream()
        .map(
            fresh -> {
              CrlSummary crl = fresh.crl();
              return new CrlView.FreshnessView(
                  fresh.issuer(), fresh.state().name(), crl == null ? null : CrlView.of(crl));
            })
        .toList();
  }

  @GET
  @Path("{sha256}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readCrl", summary = "Read about one of your CRLs")
  public CrlView read(@PathParam("sha256") String sha256) {
    return CrlView.of(find(sha256));
  }

  @GET
  @Path("{sha256}")
  @Produces(DER)
  @Operation(operationId = "readCrl", summary = "Read one of your CRLs, DER")
  public byte[] readDer(@PathParam("sha256") String sha256) {
    return find(sha256).der();
  }

  private StoredCrl find(String sha256) {
    return crls.crl(current.get(), sha256).orElseThrow(() -> Problem.notFound("CRL").exception());
  }
}
