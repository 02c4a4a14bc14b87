package cn.trustregistry.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.events.Delivery;
import cn.trustregistry.events.Signature;
import cn.trustregistry.outbound.AllowedHosts;
import cn.trustregistry.outbound.Outbound;
import cn.trustregistry.outbound.OutboundRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Ends sessions that are over and tells centres that a session has ended, at least once, until it
 * is taken or a day has passed. What came of it the centre asks for, as itself.
 */
@ApplicationScoped
public class Callbacks {
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration GIVEN_UP = Duration.ofDays(1);

  @Inject SessionStore store;
  @Inject ClaimStore claims;
  @Inject SecretBox box;
  @Inject AllowedHosts hosts;
  @Inject Outbound outbound;

  /** To be called regularly. */
  public void turn(Instant at) {
    claims.expire(at);
    for (String id : store.takeCallbacks(at, at.plus(LEASE))) {
      SessionRow row = store.find(id);
      if (row != null) {
        tell(row, at);
      }
    }
  }

  private void tell(SessionRow row, Instant at) {
    String url = row.callbackUrl;
    byte[] sealed = row.sealedSecret;
    Optional<byte[]> secret =
        sealed == null ? Optional.empty() : box.open(sealed, SigningSessions.secretName(row.id));
    if (url == null || secret.isEmpty()) {
      store.calledBack(row.id, row.callbackFailures, null, "its key is lost");
      return;
    }
    try {
      URI uri = hosts.require(row.centre, url);
      post(uri, secret.get(), row, at);
      store.calledBack(row.id, 0, null, "delivered");
    } catch (OutboundRefused refused) {
      int failures = row.callbackFailures + 1;
      Instant next = at.plus(Delivery.pause(failures));
      Instant ended = row.endedAt == null ? at : row.endedAt;
      store.calledBack(
          row.id,
          failures,
          next.isAfter(ended.plus(GIVEN_UP)) ? null : next,
          refused.reason() + ": " + refused.getMessage());
    }
  }

  private void post(URI uri, byte[] secret, SessionRow row, Instant at) throws OutboundRefused {
    byte[] body = json(row).getBytes(UTF_8);
    outbound.post(
        uri,
        body,
        Map.of(
            "Webhook-Id", row.id,
            "Webhook-Timestamp", Long.toString(at.getEpochSecond()),
            "Webhook-Signature", Signature.of(secret, at, row.id, body)));
  }

  static String json(SessionRow row) {
    return Json.createObjectBuilder()
        .add("id", row.id)
        .add("type", "SIGNING_SESSION_ENDED")
        .add("state", row.state)
        .add("at", String.valueOf(row.endedAt))
        .build()
        .toString();
  }
}
