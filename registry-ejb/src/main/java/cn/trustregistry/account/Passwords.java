package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106) with 19 MiB and two passes, the parameters written beside the hash so that
 * they can grow. Only a few are calculated at a time: guesses cost the guesser waiting, not the
 * registry its memory.
 */
final class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private static final int KIB = 19_456;
  private static final int PASSES = 2;
  private static final int OCTETS = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Semaphore TURNS = new Semaphore(4, true);
  private static final String NOBODY = hash("nobody has this password");

  private Passwords() {}

  static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return "argon2id$%d$%d$%s$%s"
        .formatted(KIB, PASSES, text(salt), text(derive(password, salt, KIB, PASSES)));
  }

  /**
   * @param stored null if there is no such password; that takes as long and says no
   */
  static boolean verify(String password, @Nullable String stored) {
    String[] parts = (stored == null ? NOBODY : stored).split("\\$");
    byte[] expected = Base64.getDecoder().decode(parts[4]);
    byte[] salt = Base64.getDecoder().decode(parts[3]);
    int kib = Integer.parseInt(parts[1]);
    byte[] found = derive(password, salt, kib, Integer.parseInt(parts[2]));
    return MessageDigest.isEqual(expected, found) && stored != null;
  }

  private static byte[] derive(String password, byte[] salt, int kib, int passes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(kib)
            .withIterations(passes)
            .withParallelism(1)
            .build());
    byte[] derived = new byte[OCTETS];
    TURNS.acquireUninterruptibly();
    try {
      argon2.generateBytes(password.getBytes(UTF_8), derived);
    } finally {
      TURNS.release();
    }
    return derived;
  }

  private static String text(byte[] octets) {
    return Base64.getEncoder().withoutPadding().encodeToString(octets);
  }
}
