package cn.trustregistry.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "outgoing_message")
class MessageRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column String channel;

  @Column byte[] sealed;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column int failures;

  MessageRow() {}
}
