package cn.trustregistry.bench;

import cn.trustregistry.bench.load.Processor;
import cn.trustregistry.bench.load.Registry;
import java.io.IOException;

/** The processor time of a registry's server and of its database since a moment. */
final class Cost {
  private final Registry registry;
  private final double server;
  private final double database;

  private Cost(Registry registry) throws IOException {
    this.registry = registry;
    this.server = Processor.micros(registry.serverPid());
    this.database = Processor.micros(registry.databasePid());
  }

  /** Counts from now on. */
  static Cost of(Registry registry) throws IOException {
    return new Cost(registry);
  }

  /** Adds what was spent for each of {@code count} answers until now. */
  void addTo(Samples samples, String name, double count) throws IOException {
    samples.add(name + ".cpu", "us", (Processor.micros(registry.serverPid()) - server) / count);
    samples.add(name + ".db", "us", (Processor.micros(registry.databasePid()) - database) / count);
  }
}
