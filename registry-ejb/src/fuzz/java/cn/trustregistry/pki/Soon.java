package cn.trustregistry.pki;

import java.time.Duration;
import java.util.function.Consumer;

/** Holds a reading of hostile octets to its time. */
public final class Soon {
  /** For 64 KiB; smaller inputs have no more. */
  private static final Duration SLOW = Duration.ofMillis(100);

  private Soon() {}

  /** Reads; an input on which that is slow is an error. */
  public static void ends(byte[] octets, Consumer<byte[]> reading) {
    if (isSlow(octets, reading) && isSlowEveryTime(octets, reading)) {
      throw new AssertionError(octets.length + " octets take more than " + SLOW);
    }
  }

  /** A pause of the machine is no slow input: it has to be slow five times more. */
  private static boolean isSlowEveryTime(byte[] octets, Consumer<byte[]> reading) {
    for (int i = 0; i < 5; i++) {
      if (!isSlow(octets, reading)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSlow(byte[] octets, Consumer<byte[]> reading) {
    long before = System.nanoTime();
    reading.accept(octets);
    return System.nanoTime() - before > SLOW.toNanos();
  }
}
