package cn.trustregistry.web.tenant;

import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A company's own prices: published as versions, also for the future. */
@Path("tariffs")
@CaCompanyOnly
public class TariffsResource {
  private static final Pattern TAG = Pattern.compile("\"v(\\d{1,9})\"");

  @Inject Tariffs tariffs;
  @Inject CurrentClient current;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TariffView[].class, responseCode = "200")
  @Operation(
      operationId = "listTariffs",
      summary = "Every version you ever published, oldest first",
      description = "The ETag is what If-Match of a publication names.")
  public Response list() {
    List<Tariff> history = tariffs.history(current.get().tenant());
    int newest = history.isEmpty() ? 0 : history.get(history.size() - 1).version();
    return Response.ok(PublicTariffsResource.views(tariffs, current.get().tenant(), Clock.now()))
        .tag(TariffView.tag(newest))
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TariffView.class, responseCode = "201")
  @Operation(
      operationId = "publishTariff",
      summary = "Publish the next version of your prices",
      description =
          "Valid from now or from a moment in the future. With If-Match it is published only if"
              + " nobody published another version meanwhile. Published versions never change.")
  public Response publish(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context UriInfo uri,
      @Nullable TariffInput input) {
    Instant at = Clock.now();
    Tariff tariff =
        tariffs.publish(current.get(), TariffInput.offer(input, at), version(ifMatch), at);
    int inForce = tariffs.inForce(tariff.tenant(), at).map(Tariff::version).orElse(0);
    return Response.created(
            uri.getBaseUriBuilder()
                .path("public/tariffs/{tenant}/versions/{version}")
                .build(tariff.tenant(), tariff.version()))
        .tag(TariffView.tag(tariff.version()))
        .entity(TariffView.of(tariff, inForce, at))
        .build();
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewTariff",
      summary = "What a publication would change; stores nothing",
      description = "Compared with the prices in force at the moment from which it is valid.")
  public List<TariffChangeView> preview(@Nullable TariffInput input) {
    Instant at = Clock.now();
    return tariffs.preview(current.get(), TariffInput.offer(input, at), at).stream()
        .map(TariffChangeView::of)
        .toList();
  }

  private static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw Problem.badRequest(
              "invalid-parameter", HttpHeaders.IF_MATCH, "Give the ETag of the list of tariffs.")
          .exception();
    }
    return Integer.valueOf(tag.group(1));
  }
}
