package cn.trustregistry.schedule;

import cn.trustregistry.access.PasswordDigests;
import cn.trustregistry.application.Retention;
import cn.trustregistry.audit.AuditIntegrity;
import cn.trustregistry.challenge.Challenges;
import cn.trustregistry.events.Delivery;
import cn.trustregistry.idempotency.RepeatedRequests;
import cn.trustregistry.message.MessageDelivery;
import cn.trustregistry.publication.CrlPull;
import cn.trustregistry.receipt.issuing.ReceiptKeyring;
import cn.trustregistry.receipt.issuing.TimeStamping;
import cn.trustregistry.scan.Callbacks;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.token.ClientAssertions;
import cn.trustregistry.token.SigningKeys;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The list. */
@Singleton
@Startup
@DependsOn("RegistryStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class Schedule {
  private static final Logger LOG = Logger.getLogger(Schedule.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject SigningKeys signingKeys;
  @Inject SigningIdentities signingIdentities;
  @Inject AuditIntegrity auditIntegrity;
  @Inject Delivery delivery;
  @Inject CrlPull crlPull;
  @Inject Callbacks callbacks;
  @Inject MessageDelivery messages;
  @Inject Retention retention;
  @Inject RepeatedRequests repeatedRequests;
  @Inject ClientAssertions assertions;
  @Inject Challenges challenges;
  @Inject PasswordDigests digests;
  @Inject ReceiptKeyring receiptKeys;
  @Inject TimeStamping timeStamping;

  private final List<ScheduledFuture<?>> turns = new ArrayList<>();

  @PostConstruct
  void begin() {
    every(Duration.ofSeconds(2), "deliver events", delivery::deliver);
    every(Duration.ofSeconds(2), "time-stamp receipts", timeStamping::sweep);
    every(Duration.ofSeconds(2), "end signing sessions and call back", callbacks::turn);
    every(Duration.ofSeconds(2), "send messages", messages::turn);
    every(Duration.ofMinutes(10), "delete what is kept no longer", retention::sweep);
    every(Duration.ofSeconds(10), "pull CRLs", crlPull::pull);
    every(Duration.ofMinutes(10), "look after signing keys", signingKeys::refresh);
    every(Duration.ofMinutes(10), "look after receipt keys", receiptKeys::refresh);
    every(Duration.ofMinutes(10), "look after certificates", signingIdentities::refresh);
    every(Duration.ofMinutes(10), "forget repeated requests", repeatedRequests::sweep);
    every(Duration.ofSeconds(10), "check the audit chain", auditIntegrity::goOn);
    every(
        Duration.ofHours(6),
        "check the audit chain from its start",
        at -> auditIntegrity.restart());
    every(Duration.ofMinutes(10), "forget used assertions", assertions::sweep);
    every(Duration.ofMinutes(10), "forget challenges", challenges::sweep);
    every(Duration.ofMinutes(10), "forget used nonces", digests::sweep);
  }

  @PreDestroy
  void end() {
    turns.forEach(turn -> turn.cancel(false));
  }

  private void every(Duration pause, String what, Consumer<Instant> task) {
    Runnable turn =
        () -> {
          try {
            task.accept(Instant.now().truncatedTo(ChronoUnit.MICROS));
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not " + what, e);
          }
        };
    turns.add(
        executor.scheduleWithFixedDelay(
            turn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }
}
