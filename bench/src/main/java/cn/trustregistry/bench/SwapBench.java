package cn.trustregistry.bench;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.pki.path.TrustAnchor;
import cn.trustregistry.pki.path.TrustMaterial;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.pki.revocation.RevocationNotice;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Warm verdicts while another thread puts a new snapshot with one more revocation notice in place
 * as often as it can.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SwapBench {
  private final PathValidator validator =
      new PathValidator(new SignatureVerifier(1 << 10), SearchBudget.DEFAULT);
  private Certificate holder;
  private volatile TrustMaterial current;
  private volatile boolean ended;
  private Thread swapping;

  @Setup
  public void prepare() throws Exception {
    Hierarchy made = new Hierarchy(TestKey.Kind.P256);
    holder = made.holder;
    current = made.material();
    swapping = new Thread(() -> swap(made, made.ca.certificate()), "swap");
    swapping.setDaemon(true);
    swapping.start();
  }

  private void swap(Hierarchy made, Certificate ca) {
    try {
      RevocationKnowledge knowledge = made.revocation();
      for (int i = 0; !ended; i++) {
        RevocationNotice notice =
            new RevocationNotice(
                "n" + i,
                ca.subject(),
                ca.publicKey().sha256(),
                BigInteger.valueOf(i),
                RevocationNotice.Action.REVOKE,
                RevocationReason.KEY_COMPROMISE,
                Hierarchy.NOW,
                Hierarchy.NOW);
        knowledge = knowledge.with(notice);
        current =
            TrustMaterial.of(
                List.of(TrustAnchor.of(made.root.certificate())), List.of(ca), knowledge);
      }
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  @TearDown
  public void end() throws InterruptedException {
    ended = true;
    swapping.join();
  }

  @Benchmark
  public PathJudgement warm() {
    return validator.judge(
        PathQuestion.of(holder, Hierarchy.NOW, KeyPurpose.AUTHENTICATION), current);
  }
}
