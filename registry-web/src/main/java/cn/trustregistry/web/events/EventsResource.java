package cn.trustregistry.web.events;

import cn.trustregistry.events.Events;
import cn.trustregistry.events.TenantEvent;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What happened to a company, for those who would rather ask than be told. */
@Path("events")
@CaCompanyOnly
public class EventsResource {
  @Inject Events events;
  @Inject CurrentClient current;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listEvents",
      summary = "What happened to you, in order",
      description = "Page with after = nextCursor of the page before; none is ever missed.")
  public EventView.EventPage list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
    long seq = Page.after(after);
    List<TenantEvent> page = events.after(current.get(), seq, Page.limit(limit));
    return new EventView.EventPage(
        page.stream().map(EventView::of).toList(), Page.next(page, TenantEvent::seq, seq));
  }
}
