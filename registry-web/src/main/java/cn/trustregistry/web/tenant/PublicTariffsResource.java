package cn.trustregistry.web.tenant;

import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** Everybody's prices, for everybody. */
@Path("public/tariffs")
@SecurityRequirements
public class PublicTariffsResource {
  @Inject Tariffs tariffs;
  @Inject Authorities authorities;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TariffView[].class, responseCode = "200")
  @Operation(
      operationId = "publicTariffs",
      summary = "The prices of all companies in force at a moment",
      description = "At this moment unless another is given.")
  public Response all(@QueryParam("at") @Nullable String time, @Context Request request) {
    Instant at = at(time);
    List<TariffView> views =
        authorities.companies().stream()
            .map(CaCompany::code)
            .flatMap(code -> tariffs.inForce(code, at).stream())
            .map(tariff -> TariffView.of(tariff, tariff.version(), at))
            .toList();
    return cached(request, views);
  }

  @GET
  @Path("{tenant}")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TariffView.class, responseCode = "200")
  @Operation(operationId = "publicTariff", summary = "One company's prices in force at a moment")
  public Response one(
      @PathParam("tenant") String tenant,
      @QueryParam("at") @Nullable String time,
      @Context Request request) {
    Instant at = at(time);
    return tariffs
        .inForce(tenant, at)
        .map(tariff -> cached(request, TariffView.of(tariff, tariff.version(), at)))
        .orElseThrow(() -> Problem.notFound("tariff").exception());
  }

  @GET
  @Path("{tenant}/versions")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TariffView[].class, responseCode = "200")
  @Operation(operationId = "publicTariffHistory", summary = "One company's prices, all versions")
  public Response history(@PathParam("tenant") String tenant, @Context Request request) {
    List<TariffView> views = views(tariffs, tenant, Clock.now());
    if (views.isEmpty()) {
      throw Problem.notFound("tariff").exception();
    }
    return cached(request, views);
  }

  @GET
  @Path("{tenant}/versions/{version}")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TariffView.class, responseCode = "200")
  @Operation(operationId = "publicTariffVersion", summary = "One version of a company's prices")
  public Response version(
      @PathParam("tenant") String tenant,
      @PathParam("version") int version,
      @Context Request request) {
    return views(tariffs, tenant, Clock.now()).stream()
        .filter(view -> view.version() == version)
        .findFirst()
        .map(view -> cached(request, view))
        .orElseThrow(() -> Problem.notFound("tariff").exception());
  }

  static List<TariffView> views(Tariffs tariffs, String tenant, Instant at) {
    int inForce = tariffs.inForce(tenant, at).map(Tariff::version).orElse(0);
    return tariffs.history(tenant).stream().map(t -> TariffView.of(t, inForce, at)).toList();
  }

  private static Response cached(Request request, TariffView view) {
    return PublicAnswer.of(request, tag(view), view);
  }

  private static Response cached(Request request, List<TariffView> views) {
    String all = String.join(",", views.stream().map(v -> tag(v).getValue()).toList());
    return PublicAnswer.of(request, new EntityTag(all), views);
  }

  private static EntityTag tag(TariffView view) {
    return new EntityTag(view.tenant() + "-" + view.version() + "-" + view.state());
  }

  private static Instant at(@Nullable String time) {
    Instant at = Parameters.time("at", time);
    return at == null ? Clock.now() : at;
  }
}
