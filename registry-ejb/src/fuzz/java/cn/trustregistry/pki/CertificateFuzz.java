package cn.trustregistry.pki;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile octets end in a certificate or in {@link MalformedObjectException}, and that soon. */
class CertificateFuzz {
  @MethodSource("cn.trustregistry.pki.Seeds#certificates")
  @FuzzTest
  void reading_ends_soon_and_as_declared(byte[] octets) {
    Soon.ends(octets, CertificateFuzz::read);
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
