package cn.trustregistry.web.events;

import cn.trustregistry.events.TenantEvent;
import java.util.List;

/** An event in JSON, as listed and as delivered. */
public record EventView(
    String id, long seq, String type, String tenant, String subject, String details, String at) {
  /** Some events, and where the listing goes on. */
  public record EventPage(List<EventView> items, String nextCursor) {}

  static EventView of(TenantEvent event) {
    return new EventView(
        event.id(),
        event.seq(),
        event.type(),
        event.tenant(),
        event.subject(),
        event.details(),
        event.at().toString());
  }
}
