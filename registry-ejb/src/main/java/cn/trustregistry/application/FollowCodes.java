package cn.trustregistry.application;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.message.Channel;
import cn.trustregistry.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets applicants follow: a receipt number and a code of six digits that was sent to the phone or
 * mail address of the application. A number that nobody has is treated and answered like one that
 * somebody has.
 */
@ApplicationScoped
public class FollowCodes {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_FAILURES = 5;

  /** Codes of one application in an hour. */
  private static final int MOST_CODES = 4;

  private static final String CONTEXT = "follow code";

  @PersistenceContext EntityManager entities;
  @Inject ApplicationStore store;
  @Inject Messages messages;
  @Inject SecretBox box;

  /** Has a code sent, if somebody has this number and not too many were sent before. */
  @Transactional
  public void send(String receipt, Channel channel, Instant at) {
    Optional<ApplicationRow> application =
        store
            .submitted(ReceiptNumber.tidy(receipt))
            .filter(row -> madeSince(row.id, at.minus(HOUR)) < MOST_CODES);
    String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
    CodeRow row = new CodeRow();
    row.application = application.map(a -> a.id).orElse(null);
    row.sealedCode = box.seal(code.getBytes(US_ASCII), CONTEXT);
    row.madeAt = at;
    row.expiresAt = at.plus(LIFE);
    entities.persist(row);
    application.ifPresent(a -> put(a, channel, code, at));
  }

  private void put(ApplicationRow application, Channel channel, String code, Instant at) {
    ApplicationForm form = store.form(application);
    messages.put(
        channel,
        channel == Channel.PHONE ? form.phone() : form.email(),
        "【数字证书交叉互认平台】验证码 "
            + code
            + "，10分钟内有效，用于查询办理单 "
            + application.receipt
            + "。请勿告诉他人。 / Code "
            + code
            + " for application "
            + application.receipt
            + ", good for 10 minutes. Tell nobody.",
        at,
        at.plus(LIFE));
  }

  /**
   * Tries a code: the newest one of the application counts, once, and dies at the fifth failure.
   *
   * @return empty if it is not the code, or has expired, or nobody has this number
   */
  @Transactional
  public Optional<Pass> open(String receipt, String typed, Instant at) {
    Optional<CodeRow> found =
        store.submitted(ReceiptNumber.tidy(receipt)).flatMap(row -> newest(row.id));
    byte[] given = typed.strip().getBytes(US_ASCII);
    byte[] right = found.flatMap(row -> box.open(row.sealedCode, CONTEXT)).orElse(new byte[6]);
    boolean same = MessageDigest.isEqual(right, given);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CodeRow row = found.get();
    if (row.usedAt != null || !at.isBefore(row.expiresAt) || row.failures >= MOST_FAILURES) {
      return Optional.empty();
    }
    if (!same) {
      row.failures++;
      return Optional.empty();
    }
    row.usedAt = at;
    Long application = row.application;
    return application == null ? Optional.empty() : Optional.of(new Pass(application, at));
  }

  private Optional<CodeRow> newest(long application) {
    List<CodeRow> rows =
        entities
            .createQuery(
                "select c from CodeRow c where c.application = :application order by c.id desc",
                CodeRow.class)
            .setParameter("application", application)
            .setMaxResults(1)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    return rows.stream().findFirst();
  }

  private long madeSince(long application, Instant since) {
    return entities
        .createQuery(
            "select count(c) from CodeRow c where c.application = :application"
                + " and c.madeAt > :since",
            Long.class)
        .setParameter("application", application)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Forgets codes of more than an hour ago. */
  @Transactional
  public void sweep(Instant at) {
    entities
        .createQuery("delete from CodeRow c where c.madeAt < :before")
        .setParameter("before", at.minus(HOUR))
        .executeUpdate();
  }
}
