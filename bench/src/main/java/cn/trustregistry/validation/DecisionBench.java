package cn.trustregistry.validation;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestKey;
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
 * The registry's whole verdict in process: path, revocation, publication and recognition by a book
 * of twenty rules, the last of which recognises.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBench {
  private static final int RULES = 20;

  @Param({"RSA", "P256", "SM2"})
  public TestKey.Kind kind = TestKey.Kind.RSA;

  private DecisionFixture fixture;

  @Setup
  public void prepare() throws MalformedObjectException {
    fixture = new DecisionFixture(kind, RULES);
  }

  @Benchmark
  public Answer warm() {
    return fixture.decide();
  }
}
