package cn.trustregistry.bench;

import cn.trustregistry.validation.DecisionBench;
import cn.trustregistry.validation.RulesBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Verdicts of the engine, of the registry, and of the peers in this process, by JMH. */
final class MicroSection implements Section {
  private static final List<String> KINDS = List.of("RSA", "P256", "SM2");

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public Measured measure(Mode mode) throws RunnerException {
    return Measured.of(
        run(
            mode,
            VerdictBench.class,
            DecisionBench.class,
            RulesBench.class,
            SwapBench.class,
            LookUpBench.class,
            PeerBench.class,
            DssBench.class));
  }

  /**
   * Runs benchmarks of JMH, each in a process of its own, and takes every iteration for a sample.
   */
  static List<Figure> run(Mode mode, Class<?>... benchmarks) throws RunnerException {
    boolean brief = mode == Mode.SHORT;
    OptionsBuilder options = new OptionsBuilder();
    for (Class<?> benchmark : benchmarks) {
      options.include("\\Q" + benchmark.getName() + "\\E\\..*");
    }
    options
        .forks(brief ? 1 : 3)
        .warmupIterations(brief ? 2 : 4)
        .warmupTime(TimeValue.milliseconds(brief ? 800 : 1_000))
        .measurementIterations(brief ? 4 : 6)
        .measurementTime(TimeValue.milliseconds(brief ? 250 : 1_000))
        .jvmArgsAppend("-Xmx1g")
        .shouldFailOnError(false)
        .verbosity(VerboseMode.SILENT)
        .addProfiler(GCProfiler.class);
    List<Figure> figures = new ArrayList<>();
    for (RunResult result : new Runner(options.build()).run()) {
      figures.add(figure(result));
    }
    return figures;
  }

  private static Figure figure(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String[] parts = benchmark.split("\\.", -1);
    String group = parts[parts.length - 2].replace("Bench", "").toLowerCase(Locale.ROOT);
    StringBuilder name = new StringBuilder(group + "." + parts[parts.length - 1]);
    for (String key : result.getParams().getParamsKeys()) {
      name.append('.').append(result.getParams().getParam(key));
    }
    double[] samples =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(IterationResult::getPrimaryResult)
            .mapToDouble(Result::getScore)
            .toArray();
    Map<String, Result> secondary = result.getSecondaryResults();
    Result allocated = secondary.get("gc.alloc.rate.norm");
    if (allocated == null) {
      allocated = secondary.get("·gc.alloc.rate.norm");
    }
    return Figure.of(
        name.toString(),
        result.getPrimaryResult().getScoreUnit().replace("/op", ""),
        samples,
        allocated == null ? null : allocated.getScore());
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (String kind : KINDS) {
      goals.add(Goal.atMost("verdict.cold." + kind, "verdict.bare." + kind, 1.3));
      goals.add(Goal.atMost("verdict.warm." + kind, null, 5));
      goals.add(Goal.allocatesAtMost("verdict.warm." + kind, 2_048));
      goals.add(Goal.atMost("decision.warm." + kind, null, 5));
      goals.add(Goal.allocatesAtMost("decision.warm." + kind, 2_048));
      goals.add(Goal.atLeast("peer.pkix." + kind + ".JDK", "verdict.warm." + kind, 10));
      goals.add(Goal.atLeast("peer.pkix." + kind + ".BC", "verdict.warm." + kind, 10));
      goals.add(Goal.atLeast("dss.dss." + kind, "verdict.warm." + kind, 50));
    }
    return goals.stream().filter(goal -> !unknownToPeer(goal)).toList();
  }

  /** Neither the JDK nor DSS knows SM2. */
  private static boolean unknownToPeer(Goal goal) {
    return goal.figure().equals("peer.pkix.SM2.JDK") || goal.figure().equals("dss.dss.SM2");
  }
}
