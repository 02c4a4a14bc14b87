package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.MalformedObjectException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.time.Duration;

/** Hostile octets end in a list or in {@link MalformedObjectException}, and that soon. */
class RevocationListFuzz {
  /** For 64 KiB; smaller inputs have no more. */
  private static final Duration SLOW = Duration.ofMillis(100);

  @FuzzTest(maxDuration = "10m")
  void reading_ends_soon_and_as_declared(byte[] octets) {
    long before = System.nanoTime();
    read(octets);
    if (System.nanoTime() - before > SLOW.toNanos()) {
      confirmSlow(octets);
    }
  }

  /** A pause of the machine is no slow input: it has to be slow five times. */
  private static void confirmSlow(byte[] octets) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = System.nanoTime();
      read(octets);
      fastest = Math.min(fastest, System.nanoTime() - before);
    }
    if (fastest > SLOW.toNanos()) {
      throw new AssertionError(octets.length + " octets took " + fastest / 1_000 + " us");
    }
  }

  private static void read(byte[] octets) {
    try {
      RevocationList list = RevocationList.read(octets, CrlSigners.NONE);
      list.find(BigInteger.ONE, list.issuer());
      if (list.size() > octets.length / 15 || list.toString().isEmpty()) {
        throw new AssertionError("more entries than the octets can hold");
      }
    } catch (MalformedObjectException e) {
      // As declared.
    }
  }
}
