package cn.trustregistry.web.tenant;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.authority.IssuerStanding;
import cn.trustregistry.authority.Proposals;
import cn.trustregistry.authority.Proposals.Proposal;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
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

/** Trust anchors and issuing CAs: put forward by the company, admitted by two admins. */
@Path("issuers")
@CaCompanyOnly
public class IssuersResource {
  private static final int LIMIT = 128 * 1024;
  private static final String DER = "application/pkix-cert";

  @Inject Proposals proposals;
  @Inject CurrentClient current;

  @POST
  @Consumes({
    DER,
    "application/x-pem-file",
    "application/pem-certificate-chain",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = IssuerView.class, responseCode = "202")
  @Operation(
      operationId = "proposeIssuer",
      summary = "Put a trust anchor or an issuing CA forward, DER or PEM",
      description = "It counts for nothing until two admins of the registry have approved it.")
  public Response propose(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("usableFrom") @Nullable String usableFrom,
      @QueryParam("usableTo") @Nullable String usableTo,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    Proposal proposal =
        new Proposal(
            BodyLimit.read(body, LIMIT),
            kind == null ? null : Parameters.oneOf(Issuer.Kind.class, "kind", kind),
            Parameters.time("usableFrom", usableFrom),
            Parameters.time("usableTo", usableTo));
    IssuerStanding standing = proposals.propose(current.get(), proposal, Clock.now());
    IssuerView view = IssuerView.of(standing);
    return Response.accepted(view)
        .location(uri.getAbsolutePathBuilder().path(view.sha256()).build())
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listIssuers", summary = "All you put forward, with what became of it")
  public List<IssuerView> list() {
    return proposals.of(current.get()).stream().map(IssuerView::of).toList();
  }

  @GET
  @Path("{sha256}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readIssuer", summary = "One of your issuers")
  public IssuerView read(@PathParam("sha256") String sha256) {
    return IssuerView.of(find(sha256));
  }

  @GET
  @Path("{sha256}")
  @Produces(DER)
  @Operation(operationId = "readIssuer", summary = "One of your issuers, DER")
  public byte[] readDer(@PathParam("sha256") String sha256) {
    return find(sha256).issuer().certificate().der();
  }

  private IssuerStanding find(String sha256) {
    return proposals
        .find(current.get(), sha256)
        .orElseThrow(() -> Problem.notFound("issuer").exception());
  }
}
