package cn.trustregistry.pki;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Arrays;

/** Hostile octets end in a certificate or in {@link MalformedObjectException}, and that soon. */
class CertificateFuzz {
  /** For {@link Certificate#MAX_OCTETS}; smaller inputs have no more. */
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
      Certificate certificate = Certificate.read(octets);
      certificate.publicKey().bits();
      if (octets[0] == DerReader.SEQUENCE && !Arrays.equals(certificate.der(), octets)) {
        throw new AssertionError("what was read is not what was given");
      }
      if (certificate.toString().isEmpty()) {
        throw new AssertionError("nothing to show");
      }
    } catch (MalformedObjectException e) {
      // As declared.
    }
  }
}
