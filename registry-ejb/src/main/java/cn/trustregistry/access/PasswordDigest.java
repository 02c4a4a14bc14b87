package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A password digest of WS-Security (UsernameToken Profile 1.1.1 section 3.1): SHA-1 over nonce,
 * created and password. SHA-1 is the standard's choice; nothing here rests on its resistance to
 * collisions.
 *
 * @param created as the client wrote it, since it is digested so
 */
public record PasswordDigest(String clientId, byte[] nonce, String created, byte[] value) {
  /** For how long a digest counts after it was created. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** For clocks that are not quite right. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  /** Whether this is the digest of that password. */
  boolean isOf(byte[] password) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(UTF_8));
      return MessageDigest.isEqual(sha1.digest(password), value);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** Whether it was created within the time for which digests count. */
  boolean isFresh(Instant at) {
    return createdAt()
        .filter(time -> time.isAfter(at.minus(LIFE)) && time.isBefore(at.plus(AHEAD)))
        .isPresent();
  }

  private Optional<Instant> createdAt() {
    try {
      return Optional.of(OffsetDateTime.parse(created).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PasswordDigest[" + clientId + ", " + created + "]";
  }
}
