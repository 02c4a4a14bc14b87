package cn.trustregistry.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/** A number of connections, each asking the next question as soon as it has the last answer. */
public final class Load {
  /**
   * What came of it.
   *
   * @param nanos how long each request took, in rising order
   * @param seconds how long the whole took
   * @param ownCpuNanos processor time of the load itself
   */
  public record Result(long[] nanos, double seconds, long ownCpuNanos) {
    /** Requests a second. */
    public double rate() {
      return nanos.length / seconds;
    }

    /** The time in ms within which that part of the requests was answered. */
    public double millis(double part) {
      return nanos[(int) Math.min(nanos.length - 1, Math.round(nanos.length * part))] / 1e6;
    }
  }

  private Load() {}

  public static Result run(Call call, int connections, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    return run(call, connections, () -> System.nanoTime() < end);
  }

  /**
   * @param more asked before each request
   * @throws IOException if an answer was not as it has to be
   */
  public static Result run(Call call, int connections, BooleanSupplier more) throws Exception {
    List<FutureTask<Part>> parts = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      FutureTask<Part> part = new FutureTask<>(() -> ask(call, more));
      parts.add(part);
      Thread thread = new Thread(part, "load " + i);
      thread.setDaemon(true);
      thread.start();
    }
    List<Part> done = new ArrayList<>();
    for (FutureTask<Part> part : parts) {
      try {
        done.add(part.get());
      } catch (ExecutionException e) {
        throw new IOException("a request failed", e.getCause());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] nanos =
        done.stream().flatMapToLong(part -> Arrays.stream(part.nanos)).sorted().toArray();
    return new Result(nanos, seconds, done.stream().mapToLong(Part::cpu).sum());
  }

  private record Part(long[] nanos, long cpu) {}

  private static Part ask(Call call, BooleanSupplier more) throws IOException {
    long cpu = cpu();
    long[] nanos = new long[1 << 12];
    int asked = 0;
    try (Connection connection = new Connection(call.port())) {
      while (more.getAsBoolean()) {
        byte[] request = call.requests().next();
        long start = System.nanoTime();
        int status = connection.exchange(request);
        long took = System.nanoTime() - start;
        if (status != call.status() || !connection.contains(call.wanted())) {
          throw new IOException(status + " " + connection.body());
        }
        if (asked == nanos.length) {
          nanos = Arrays.copyOf(nanos, asked * 2);
        }
        nanos[asked++] = took;
      }
    }
    return new Part(Arrays.copyOf(nanos, asked), cpu() - cpu);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
