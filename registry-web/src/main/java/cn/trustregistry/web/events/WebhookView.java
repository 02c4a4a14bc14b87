package cn.trustregistry.web.events;

import cn.trustregistry.events.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * A webhook in JSON.
 *
 * @param secret base64 of the key of its signatures, in the answer to its making and never again
 */
public record WebhookView(
    String id,
    String url,
    String createdAt,
    long deliveredSeq,
    int failures,
    String dueAt,
    String lastResult,
    @Nullable String secret) {
  static WebhookView of(Webhook webhook, @Nullable String secret) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        webhook.createdAt().toString(),
        webhook.deliveredSeq(),
        webhook.failures(),
        webhook.dueAt().toString(),
        webhook.lastResult(),
        secret);
  }
}
