package cn.trustregistry.web.tenant;

import cn.trustregistry.dashboard.Dashboards;
import cn.trustregistry.dashboard.Figures;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CrlView.FreshnessView;
import cn.trustregistry.web.rest.CrlsResource;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Parameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A company's figures about itself. */
@Path("dashboard")
@CaCompanyOnly
public class DashboardResource {
  private static final Duration USUAL = Duration.ofDays(30);

  /**
   * The figures in JSON.
   *
   * @param from RFC 3339, UTC
   */
  public record DashboardView(
      String from,
      String to,
      List<Figures.Certificates> certificates,
      long notices,
      List<FreshnessView> crls,
      List<Figures.Verdicts> verdicts) {}

  @Inject Dashboards dashboards;
  @Inject Crls crls;
  @Inject CurrentClient current;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "dashboard",
      summary = "Your certificates, CRLs and the verdicts on your certificates, counted",
      description = "Over the last 30 days unless from and to say otherwise; 366 days at most.")
  public DashboardView read(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    Instant at = Clock.now();
    Instant givenEnd = Parameters.time("to", to);
    Instant end = givenEnd == null ? at : givenEnd;
    Instant begin = Parameters.time("from", from);
    Figures figures = dashboards.of(current.get(), begin == null ? end.minus(USUAL) : begin, end);
    return new DashboardView(
        figures.from().toString(),
        figures.to().toString(),
        figures.certificates(),
        figures.notices(),
        CrlsResource.views(crls.freshness(current.get(), at)),
        figures.verdicts());
  }
}
