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
 * The same verdict as the rule book grows, as it does where each trading centre has rules of its
 * own: the time that a rule costs which does not apply.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulesBench {
  @Param({"20", "200", "2000"})
  public int rules = 20;

  private DecisionFixture fixture;

  @Setup
  public void prepare() throws MalformedObjectException {
    fixture = new DecisionFixture(TestKey.Kind.RSA, rules);
  }

  @Benchmark
  public Answer book() {
    return fixture.decide();
  }
}
