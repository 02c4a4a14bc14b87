package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Soon;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile octets end in a list or in {@link MalformedObjectException}, and that soon. */
class RevocationListFuzz {
  @MethodSource("cn.trustregistry.pki.Seeds#lists")
  @FuzzTest
  void reading_ends_soon_and_as_declared(byte[] octets) {
    Soon.ends(octets, RevocationListFuzz::read);
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
