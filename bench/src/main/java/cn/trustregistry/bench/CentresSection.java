package cn.trustregistry.bench;

import cn.trustregistry.bench.load.Call;
import cn.trustregistry.bench.load.GeneratedCentres;
import cn.trustregistry.bench.load.Load;
import cn.trustregistry.bench.load.Processor;
import cn.trustregistry.bench.load.Registry;
import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.validation.CentresBench;
import cn.trustregistry.validation.CentresFixture;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What grows with trading centres, in memory and for a verdict. The centres, their rules and their
 * projects are generated: in this process, and in full mode in the database of a whole server as
 * well.
 */
final class CentresSection implements Section {
  private static final int[] CENTRES = {15, 150, 1_500};
  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration WINDOW = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "centres";
  }

  @Override
  public Measured measure(Mode mode) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (int centres : CENTRES) {
      double[] loads = new double[mode == Mode.SHORT ? 3 : 11];
      List<ProjectFacts> reports = CentresFixture.reports(centres);
      for (int i = 0; i < loads.length; i++) {
        long start = cpu();
        Reference.reachabilityFence(new CentresFixture(centres, reports));
        loads[i] = (cpu() - start) / 1e6;
      }
      figures.add(Figure.of("centres.load." + centres, "ms CPU", loads, null));
    }
    for (int centres : CENTRES) {
      double[] each = {(double) heap(centres) / centres / 1024};
      figures.add(Figure.of("centres.heap." + centres, "KiB/c", each, null));
    }
    figures.addAll(MicroSection.run(mode, CentresBench.class));
    if (mode == Mode.SHORT) {
      return Measured.of(figures);
    }
    Samples samples = new Samples();
    try {
      serve(samples);
    } catch (IOException e) {
      samples.missing("centres.soap", e);
    }
    figures.addAll(samples.measured().figures());
    return new Measured(figures, samples.measured().missing());
  }

  /** The same in a whole server that reads them from its database when it starts. */
  private static void serve(Samples samples) throws Exception {
    try (Registry registry = Registry.start("")) {
      byte[] certificate = CertificatePress.of(registry.data()).signing(1);
      registry.post(
          "gxca-client",
          "/api/v1/certificates?holderKind=UNIT&medium=USB_KEY",
          "application/pkix-cert",
          certificate);
      int before = 0;
      for (int centres : CENTRES) {
        System.err.println("  a server with " + centres + " centres more");
        GeneratedCentres.add(registry, before, centres);
        before = centres;
        long start = System.nanoTime();
        registry.restart();
        samples.add("centres.start." + centres, "s", (System.nanoTime() - start) / 1e9);
        samples.add(
            "centres.start.cpu." + centres, "s CPU", Processor.micros(registry.serverPid()) / 1e6);
        Call questions = GeneratedCentres.questions(registry, centres, certificate);
        Load.run(questions, CONNECTIONS, WARM_UP);
        for (int i = 0; i < 3; i++) {
          Cost cost = Cost.of(registry);
          Load.Result result = Load.run(questions, CONNECTIONS, WINDOW);
          String name = "centres.soap." + centres + ".c" + CONNECTIONS;
          samples.add(name, result, 1);
          cost.addTo(samples, name, result.nanos().length);
        }
      }
    }
  }

  /** Octets of heap that so many centres take. */
  private static long heap(int centres) throws Exception {
    long before = Heap.used();
    CentresFixture fixture = new CentresFixture(centres, CentresFixture.reports(centres));
    long after = Heap.used();
    Reference.reachabilityFence(fixture);
    return after - before;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
