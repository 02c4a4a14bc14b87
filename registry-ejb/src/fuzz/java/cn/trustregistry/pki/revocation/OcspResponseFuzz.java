package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Soon;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile octets end in a judgement or in {@link MalformedObjectException}, never in evidence, and
 * that soon.
 */
class OcspResponseFuzz {
  private static final TestPki.Authority CA = TestPki.root("CN=Fuzz", TestKey.Kind.P256);
  private static final Certificate HOLDER = CA.issue("CN=Holder").certificate();
  private static final OcspExpectation EXPECTED =
      new OcspExpectation(HOLDER, CA.key().publicKey(), null, TestPki.NOW, Duration.ZERO);

  /** Responses under a key that is not the issuer's: nothing made of them may be accepted. */
  static Stream<byte[]> seeds() {
    TestKey other = CA.key().another("other");
    List<TestOcsp> seeds = new ArrayList<>();
    seeds.add(TestOcsp.of(CA, HOLDER).signedBy(other));
    seeds.add(TestOcsp.of(CA, HOLDER).hash(TestOcsp.SHA_256).signedBy(other));
    seeds.add(TestOcsp.of(CA, HOLDER).by(CA.issue("CN=Responder")));
    seeds.add(
        TestOcsp.of(CA, HOLDER)
            .signedBy(other)
            .extension("1.3.6.1.5.5.7.48.1.2", false, new DEROctetString(new byte[60_000])));
    return seeds.stream().map(TestOcsp::encode);
  }

  @MethodSource("seeds")
  @FuzzTest
  void judging_ends_soon_and_as_declared(byte[] octets) {
    Soon.ends(octets, OcspResponseFuzz::judge);
  }

  private static void judge(byte[] octets) {
    try {
      if (OcspCheck.judge(octets, EXPECTED) instanceof OcspJudgement.Accepted) {
        throw new AssertionError("nobody signed this");
      }
    } catch (MalformedObjectException e) {
      // As declared.
    }
  }
}
