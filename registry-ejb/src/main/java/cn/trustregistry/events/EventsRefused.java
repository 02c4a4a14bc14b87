package cn.trustregistry.events;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;

/** Nothing was registered or read. */
public final class EventsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    NOT_PERMITTED,
    /** The URL is not one that the registry may connect to for this tenant. */
    URL_NOT_ALLOWED,
    TOO_MANY_WEBHOOKS
  }

  private final Kind kind;

  EventsRefused(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  static void require(CaClient client, Scope scope) {
    if (!client.may(scope)) {
      throw new EventsRefused(Kind.NOT_PERMITTED, "This client lacks the scope " + scope + ".");
    }
  }
}
