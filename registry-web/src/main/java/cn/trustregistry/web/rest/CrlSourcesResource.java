package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CrlSource;
import cn.trustregistry.publication.CrlSources;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Distribution points from which the registry pulls a company's CRLs. */
@Path("crl-sources")
@CaCompanyOnly
public class CrlSourcesResource {
  private static final int USUAL = 60;
  private static final int LEAST = 5;
  private static final int MOST = 10_080;

  @Inject CrlSources sources;
  @Inject CurrentClient current;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = CrlSourceView.class, responseCode = "201")
  @Operation(
      operationId = "registerCrlSource",
      summary = "Have a CRL pulled from a distribution point",
      description =
          "The host must be allowed for you by an admin and lead to public addresses; redirects"
              + " are not followed. The CRL is judged as if you had published it.")
  public Response register(@Context UriInfo uri, @Nullable CrlSourceInput input) {
    String url = Parameters.required("url", input == null ? null : input.url);
    int minutes = input == null || input.minutes == null ? USUAL : input.minutes;
    if (minutes < LEAST || minutes > MOST) {
      throw Problem.badRequest(
              "invalid-parameter", "minutes", "minutes must be " + LEAST + " to " + MOST + ".")
          .exception();
    }
    CrlSource source = sources.register(current.get(), url, minutes, Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(source.id()).build())
        .entity(CrlSourceView.of(source))
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listCrlSources",
      summary = "Your distribution points, with what came of the last pull")
  public List<CrlSourceView> list() {
    return sources.of(current.get()).stream().map(CrlSourceView::of).toList();
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "endCrlSource", summary = "End a distribution point")
  public Response end(@PathParam("id") String id) {
    if (!sources.end(current.get(), id, Clock.now())) {
      throw Problem.notFound("CRL source").exception();
    }
    return Response.noContent().build();
  }
}
