package cn.trustregistry.validation;

import cn.trustregistry.pki.MalformedObjectException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole warm verdict as centres grow; each question comes from another centre. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CentresBench {
  @Param({"15", "150", "1500"})
  public int centres = 15;

  private CentresFixture fixture;

  @Setup
  public void prepare() throws MalformedObjectException {
    fixture = new CentresFixture(centres, CentresFixture.reports(centres));
  }

  @Benchmark
  public Answer verdict() throws RequestRefused {
    return fixture.decide();
  }
}
