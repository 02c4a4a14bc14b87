package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.account.LogInOutcome.CodeNeeded;
import cn.trustregistry.account.LogInOutcome.Refused;
import cn.trustregistry.account.LogInOutcome.Welcome;
import cn.trustregistry.account.LogInOutcome.Why;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lets people in by what they know and have. */
@ApplicationScoped
public class LogIn {
  /** After so many failures in a row the person waits. */
  public static final int FAILURES = 5;

  public static final Duration WAIT = Duration.ofMinutes(15);

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject SecretBox box;

  /** The first step: name and password. */
  @Transactional
  public LogInOutcome password(String name, String password, Instant at) {
    PersonRow row = locked(name);
    if (row != null && row.isLockedAt(at)) {
      return new Refused(Why.LOCKED);
    }
    boolean fits = password.length() <= Passwords.LONGEST;
    boolean right =
        Passwords.verify(fits ? password : "", row == null ? null : row.passwordHash) && fits;
    if (row == null || !row.isActive() || !right) {
      return failed(row, at);
    }
    return row.sealedTotp == null ? welcome(row, "password", at) : new CodeNeeded(row.name);
  }

  /** The second step: a one-time code, or one of the recovery codes. */
  @Transactional
  public LogInOutcome code(String name, String code, Instant at) {
    PersonRow row = locked(name);
    if (row != null && row.isLockedAt(at)) {
      return new Refused(Why.LOCKED);
    }
    if (row == null || !row.isActive() || !spend(row, code.replaceAll("[\\s-]", ""), at)) {
      return failed(row, at);
    }
    return welcome(row, "password and code", at);
  }

  /** Lets in whom a certificate or an OpenID provider has proved. */
  LogInOutcome proved(@Nullable PersonRow row, String how, Instant at) {
    return row == null || !row.isActive() ? new Refused(Why.WRONG) : welcome(row, how, at);
  }

  /** The person of a session begun at {@code since}, if it still holds. */
  @Transactional
  public Optional<Person> resume(String name, Instant since) {
    return Optional.ofNullable(entities.find(PersonRow.class, name))
        .filter(PersonRow::isActive)
        .filter(row -> !since.isBefore(row.sessionsFrom))
        .map(PersonRow::toPerson);
  }

  /** Writes down that somebody left. */
  @Transactional
  public void leave(String name, Instant at) {
    PersonRow row = entities.find(PersonRow.class, name);
    audit.append(name, row == null ? null : row.owner, "LOGGED_OUT", name, "", at);
  }

  private boolean spend(PersonRow row, String code, Instant at) {
    byte[] secret =
        Optional.ofNullable(row.sealedTotp)
            .flatMap(b -> box.open(b, context(row.name)))
            .orElse(null);
    OptionalLong step =
        secret == null ? OptionalLong.empty() : Totp.match(secret, code, row.totpStep, at);
    if (step.isPresent()) {
      row.totpStep = step.getAsLong();
      return true;
    }
    return secret != null && spendRecovery(row, code, at);
  }

  private boolean spendRecovery(PersonRow row, String code, Instant at) {
    RecoveryCodeRow recovery =
        entities.find(RecoveryCodeRow.class, Sha256.hex(code.toUpperCase(Locale.ROOT)));
    if (recovery == null || !recovery.person.equals(row.name) || recovery.usedAt != null) {
      return false;
    }
    recovery.usedAt = at;
    audit.append(row.name, row.owner, "RECOVERY_CODE_USED", row.name, "", at);
    return true;
  }

  private LogInOutcome failed(@Nullable PersonRow row, Instant at) {
    if (row == null || !row.isActive()) {
      return new Refused(Why.WRONG);
    }
    row.failures++;
    if (row.failures < FAILURES) {
      return new Refused(Why.WRONG);
    }
    row.failures = 0;
    row.lockedUntil = at.plus(WAIT);
    audit.append(row.name, row.owner, "LOG_IN_LOCKED", row.name, "until " + row.lockedUntil, at);
    return new Refused(Why.LOCKED);
  }

  private Welcome welcome(PersonRow row, String how, Instant at) {
    row.failures = 0;
    row.lockedUntil = null;
    audit.append(row.name, row.owner, "LOGGED_IN", row.name, how, at);
    return new Welcome(row.toPerson());
  }

  private @Nullable PersonRow locked(String name) {
    boolean possible = name.length() <= 64 && US_ASCII.newEncoder().canEncode(name);
    return possible ? entities.find(PersonRow.class, name, LockModeType.PESSIMISTIC_WRITE) : null;
  }

  static String context(String person) {
    return "totp of " + person;
  }
}
