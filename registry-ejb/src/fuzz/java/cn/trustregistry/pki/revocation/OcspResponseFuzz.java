package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;

/** Hostile octets end in a judgement or in {@link MalformedObjectException}, and never in evidence. */
class OcspResponseFuzz {
  private static final TestPki.Authority CA = TestPki.root("CN=Fuzz", TestKey.Kind.P256);
  private static final Certificate HOLDER = CA.issue("CN=Holder").certificate();
  private static final OcspExpectation EXPECTED =
      new OcspExpectation(HOLDER, CA.key().publicKey(), null, TestPki.NOW, Duration.ZERO);

  @FuzzTest(maxDuration = "10m")
  void judging_ends_as_declared(byte[] octets) {
    try {
      if (OcspCheck.judge(octets, EXPECTED) instanceof OcspJudgement.Accepted) {
        throw new AssertionError("nobody signed this");
      }
    } catch (MalformedObjectException e) {
      // As declared.
    }
  }
}
