package cn.trustregistry.events;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * Delivers events to webhooks: in order, one at a time, again and again with growing pauses until
 * they are taken.
 */
@ApplicationScoped
public class Delivery {
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int AT_ONCE = 20;

  @Inject Webhooks webhooks;
  @Inject AllowedHosts hosts;
  @Inject Outbound outbound;

  /** Delivers what is due; to be called regularly. */
  public void deliver(Instant at) {
    for (Webhook webhook : webhooks.due(at, at.plus(LEASE))) {
      deliver(webhook, at);
    }
  }

  private void deliver(Webhook webhook, Instant at) {
    long seq = webhook.deliveredSeq();
    try {
      Optional<byte[]> secret = webhooks.secret(webhook.id());
      if (secret.isEmpty()) {
        webhooks.delivered(
            webhook.id(), seq, webhook.failures(), at.plus(LONGEST_PAUSE), "its key is lost");
        return;
      }
      URI uri = hosts.require(webhook.tenant(), webhook.url());
      for (TenantEvent event : webhooks.waiting(webhook, AT_ONCE)) {
        post(uri, secret.get(), event, at);
        seq = event.seq();
      }
      webhooks.delivered(webhook.id(), seq, 0, at, "delivered");
    } catch (OutboundRefused refused) {
      int failures = seq > webhook.deliveredSeq() ? 1 : webhook.failures() + 1;
      webhooks.delivered(
          webhook.id(),
          seq,
          failures,
          at.plus(pause(failures)),
          refused.reason() + ": " + refused.getMessage());
    }
  }

  private void post(URI uri, byte[] secret, TenantEvent event, Instant at) throws OutboundRefused {
    byte[] body = json(event).getBytes(UTF_8);
    outbound.post(
        uri,
        body,
        Map.of(
            "Webhook-Id", event.id(),
            "Webhook-Timestamp", Long.toString(at.getEpochSecond()),
            "Webhook-Signature", Signature.of(secret, at, event.id(), body)));
  }

  static String json(TenantEvent event) {
    return Json.createObjectBuilder()
        .add("id", event.id())
        .add("seq", event.seq())
        .add("type", event.type())
        .add("tenant", event.tenant())
        .add("subject", event.subject())
        .add("details", event.details())
        .add("at", event.at().toString())
        .build()
        .toString();
  }

  /** 5 s after the first failure, twice as long after each further one, an hour at most. */
  public static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
