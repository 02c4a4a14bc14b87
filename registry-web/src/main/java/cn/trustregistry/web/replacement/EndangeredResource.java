package cn.trustregistry.web.replacement;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.endangered.EndangeredProjects;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Open projects that a company's certificates endanger. */
@Path("endangered-projects")
@CaCompanyOnly
public class EndangeredResource {
  @Inject EndangeredProjects endangered;
  @Inject CurrentClient current;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listEndangeredProjects",
      summary = "Open projects whose bids may be encrypted to certificates of yours that end",
      description =
          "Replaced, revoked, on hold, expired, or expiring within 30 days; with what the bidder"
              + " must do.")
  public EndangeredView list() {
    CaClient client = current.get();
    if (!client.may(Scope.READ)) {
      throw new Problem(
              403, "not-permitted", "Not for this client", "It lacks the scope READ.", null)
          .exception();
    }
    return EndangeredView.of(endangered.of(client, Clock.now()));
  }
}
