package cn.trustregistry.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "webhook")
class WebhookRow {
  @Id String id;

  @Column String tenant;

  @Column String url;

  @Column(name = "sealed_secret")
  byte[] sealedSecret;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "delivered_seq")
  long deliveredSeq;

  @Column int failures;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "last_result")
  String lastResult;

  WebhookRow() {}

  Webhook toWebhook() {
    return new Webhook(id, tenant, url, createdAt, deliveredSeq, failures, dueAt, lastResult);
  }
}
