package cn.trustregistry.web.replacement;

import cn.trustregistry.replacement.Replacement;
import cn.trustregistry.replacement.Replacements;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.replacement.ReplacementView.ReplacementPage;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Page;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The replacement ledger, for the companies on its two sides. */
@Path("replacements")
@CaCompanyOnly
public class ReplacementsResource {
  @Inject Replacements replacements;
  @Inject CurrentClient current;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = ReplacementView.class, responseCode = "201")
  @Operation(
      operationId = "recordReplacement",
      summary = "Record that certificates of yours took the place of others",
      description =
          "One certificate or both halves of a pair; the old ones may be any company's. Same"
              + " holder, validity not shortened, keys handled as said. LEGACY_EXCHANGE is free of"
              + " charge, once for each old certificate over all companies.")
  public Response record(@Context UriInfo uri, @Nullable ReplacementInput input) {
    Replacement recorded =
        replacements.record(current.get(), ReplacementInput.request(input), Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(recorded.id()).build())
        .entity(ReplacementView.of(recorded))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readReplacement",
      summary = "Proof of a replacement, for the company of the old or of the new certificate")
  public ReplacementView read(@PathParam("id") String id) {
    return replacements
        .find(current.get(), id)
        .map(ReplacementView::of)
        .orElseThrow(() -> Problem.notFound("replacement").exception());
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listReplacements",
      summary = "Replacements of which you are one of the two sides, in order",
      description = "Page with after = nextCursor of the page before; an empty page is the end.")
  public ReplacementPage list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
    long seq = Page.after(after);
    List<Replacement> page = replacements.after(current.get(), seq, Page.limit(limit));
    return new ReplacementPage(
        page.stream().map(ReplacementView::of).toList(), Page.next(page, Replacement::seq, seq));
  }
}
