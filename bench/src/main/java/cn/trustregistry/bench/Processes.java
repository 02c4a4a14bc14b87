package cn.trustregistry.bench;

import cn.trustregistry.bench.load.Call;
import cn.trustregistry.bench.load.LoadProcess;
import cn.trustregistry.bench.load.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts that 1, 2 and 4 processes ask for, with 16 connections each: what one of them costs the
 * server and the database as more of them share the commits.
 */
final class Processes {
  static final String NAME = "service.from";

  private static final int[] COUNTS = {1, 2, 4};
  private static final int CONNECTIONS = 16;
  private static final int REQUESTS = 200;

  private final Registry registry;
  private final Path folder;
  private final Samples samples;
  private final Duration window;
  private final int windows;

  Processes(Registry registry, Path folder, Samples samples, Mode mode) {
    this.registry = registry;
    this.folder = folder;
    this.samples = samples;
    this.window = Duration.ofMillis(mode == Mode.SHORT ? 700 : 3_000);
    this.windows = mode == Mode.SHORT ? 2 : 5;
  }

  /**
   * @param warm asks about certificates that were asked about before
   */
  void measure(Call warm) throws IOException {
    Path requests = folder.resolve("requests");
    LoadProcess.write(requests, warm, REQUESTS);
    for (int count : COUNTS) {
      measure(requests, warm, count);
    }
    Files.delete(requests);
  }

  private void measure(Path requests, Call warm, int count) throws IOException {
    List<LoadProcess> processes = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        processes.add(new LoadProcess(requests, warm, CONNECTIONS, window));
      }
      answers(processes);
      for (int i = 0; i < windows; i++) {
        Cost cost = Cost.of(registry);
        long start = System.nanoTime();
        double answered = answers(processes);
        String name = NAME + count + ".c" + count * CONNECTIONS;
        samples.add(name, "/s", answered / ((System.nanoTime() - start) / 1e9));
        cost.addTo(samples, name, answered);
      }
    } finally {
      processes.forEach(LoadProcess::close);
    }
  }

  private static double answers(List<LoadProcess> processes) throws IOException {
    for (LoadProcess process : processes) {
      process.begin();
    }
    double answers = 0;
    for (LoadProcess process : processes) {
      answers += process.answers();
    }
    return answers;
  }
}
