package cn.trustregistry.bench;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.pki.path.TrustMaterial;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The engine's verdict on a path of three certificates with revocation.
 *
 * <p>Cold: the holder's certificate comes as octets and no signature is remembered, so that two are
 * verified. Warm: the certificate was asked about before. Bare: the two verifications alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerdictBench {
  @Param({"RSA", "P256", "SM2"})
  public TestKey.Kind kind = TestKey.Kind.RSA;

  private Certificate holder;
  private Certificate ca;
  private byte[] der;
  private PublicKey caKey;
  private PublicKey rootKey;
  private TrustMaterial material;
  private final PathValidator forgetful =
      new PathValidator(new SignatureVerifier(0), SearchBudget.DEFAULT);
  private final PathValidator remembering =
      new PathValidator(new SignatureVerifier(1 << 10), SearchBudget.DEFAULT);

  @Setup
  public void prepare() throws MalformedObjectException {
    Hierarchy made = new Hierarchy(kind);
    holder = made.holder;
    ca = made.ca.certificate();
    der = holder.der();
    caKey = ca.publicKey();
    rootKey = made.root.certificate().publicKey();
    material = made.material();
  }

  @Benchmark
  public PathJudgement cold() throws MalformedObjectException {
    return good(forgetful, Certificate.parse(der));
  }

  @Benchmark
  public PathJudgement warm() {
    return good(remembering, holder);
  }

  @Benchmark
  public boolean bare() {
    return verify(caKey, holder) && verify(rootKey, ca);
  }

  private PathJudgement good(PathValidator validator, Certificate target) {
    PathJudgement judgement =
        validator.judge(
            PathQuestion.of(target, Hierarchy.NOW, KeyPurpose.AUTHENTICATION), material);
    if (judgement.verdict() != Verdict.VALID) {
      throw new IllegalStateException(judgement.reasons().toString());
    }
    return judgement;
  }

  private static boolean verify(PublicKey key, Certificate certificate) {
    SignatureOutcome outcome =
        SignatureVerifier.verifyOnce(
            key, certificate.signatureAlgorithm(), certificate.tbs(), certificate.signature());
    if (!(outcome instanceof SignatureOutcome.Good)) {
      throw new IllegalStateException(outcome.toString());
    }
    return true;
  }
}
