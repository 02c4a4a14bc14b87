package cn.trustregistry.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.bench.load.Bulk;
import cn.trustregistry.bench.load.Call;
import cn.trustregistry.bench.load.Load;
import cn.trustregistry.bench.load.Processor;
import cn.trustregistry.bench.load.Registry;
import cn.trustregistry.demo.CertificatePress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Publishing by REST: many certificates in one streamed request, one such request or as many at a
 * time as the door lets in, and one certificate in a request. Every certificate is new, and printed
 * before the clock runs.
 */
final class Publishing {
  static final String NAME = "service.publish";
  static final String BULK = "service.publish.bulk";
  private static final String LONG = "service.publish.long";
  private static final String SINGLE = "service.publish.one";

  private static final String CLIENT = "gxca-client";
  private static final int AT_A_TIME = 4;
  private static final double MEBI = 1 << 20;

  /** Apart from the seeds of what is asked about. */
  private static final long FIRST_SEED = 10_000_000;

  /**
   * Numbers of certificates.
   *
   * @param request in each of {@code requests} bulk publications
   * @param longRequest in one long one
   * @param ofFour in each of four at a time
   * @param warmUp one in a request, before that is measured
   * @param alone one after the other, and {@code atSixteen} by 16 connections, in each round
   */
  private record Plan(
      int request,
      int requests,
      int longRequest,
      int ofFour,
      int warmUp,
      int alone,
      int atSixteen,
      int rounds) {
    static Plan of(Mode mode) {
      return mode == Mode.SHORT
          ? new Plan(5_000, 2, 0, 1_250, 600, 150, 600, 2)
          : new Plan(20_000, 3, 100_000, 10_000, 4_000, 500, 2_000, 3);
    }
  }

  private final Registry registry;
  private final CertificatePress press;
  private final Path folder;
  private final Samples samples;
  private final Plan plan;
  private long seed = FIRST_SEED;
  private long published;

  /**
   * @param folder for the files that are sent
   */
  Publishing(Registry registry, CertificatePress press, Path folder, Samples samples, Mode mode) {
    this.registry = registry;
    this.press = press;
    this.folder = folder;
    this.samples = samples;
    this.plan = Plan.of(mode);
  }

  void measure() throws Exception {
    double before = registry.tables();
    samples.add("service.publish.memory.before", "MiB", resident());
    for (int i = 0; i < plan.requests(); i++) {
      bulk(BULK, 1, plan.request());
    }
    if (plan.longRequest() > 0) {
      bulk(LONG, 1, plan.longRequest());
    }
    bulk(BULK, AT_A_TIME, plan.ofFour());
    samples.add("service.publish.memory.after", "MiB", resident());
    ask(oneByOne(plan.warmUp()), 16, plan.warmUp());
    for (int i = 0; i < plan.rounds(); i++) {
      single(1, plan.alone());
      single(16, plan.atSixteen());
    }
    samples.add("service.publish.disk", "oct/c", (registry.tables() - before) / published);
  }

  private double resident() throws IOException {
    return Processor.resident(registry.serverPid()) / MEBI;
  }

  /** So many requests at a time with so many certificates each. */
  private void bulk(String kind, int requests, int count) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      files.add(printed(count));
    }
    Bulk bulk = new Bulk(registry, CLIENT);
    List<FutureTask<Long>> tasks =
        files.stream().map(file -> new FutureTask<>(() -> bulk.publish(file, count))).toList();
    String name = kind + ".c" + requests;
    double all = (double) requests * count;
    Cost cost = Cost.of(registry);
    long start = System.nanoTime();
    tasks.forEach(Publishing::start);
    double own = 0;
    for (FutureTask<Long> task : tasks) {
      own += done(task);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    samples.add(name, "/s", all / seconds);
    samples.add(name + ".load", "us", own / 1e3 / all);
    cost.addTo(samples, name, all);
    published += (long) all;
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "bulk publication");
    thread.setDaemon(true);
    thread.start();
  }

  private static long done(FutureTask<Long> task) throws InterruptedException, IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException("a bulk publication failed", e.getCause());
    }
  }

  private Path printed(int count) throws IOException {
    Path file = Files.createTempFile(folder, "publish", ".ndjson");
    try (BufferedWriter out = Files.newBufferedWriter(file, US_ASCII)) {
      for (int done = 0; done < count; done += 1_000) {
        int some = Math.min(1_000, count - done);
        for (String line : press.lines(seed, some)) {
          out.write(line);
        }
        seed += some;
      }
    }
    return file;
  }

  /** So many requests with one certificate each. */
  private void single(int connections, int count) throws Exception {
    Call call = oneByOne(count);
    Cost cost = Cost.of(registry);
    Load.Result result = ask(call, connections, count);
    String name = SINGLE + ".c" + connections;
    samples.add(name, result, 1);
    cost.addTo(samples, name, count);
  }

  private Load.Result ask(Call call, int connections, int count) throws Exception {
    AtomicInteger left = new AtomicInteger(count);
    published += count;
    return Load.run(call, connections, () -> left.getAndDecrement() > 0);
  }

  private Call oneByOne(int count) {
    String headers =
        "Authorization: " + registry.basic(CLIENT) + "\r\nContent-Type: application/pkix-cert\r\n";
    List<byte[]> requests =
        LongStream.range(seed, seed + count)
            .parallel()
            .mapToObj(press::signing)
            .map(
                der ->
                    Call.post("/api/v1/certificates?holderKind=UNIT&medium=USB_KEY", headers, der))
            .toList();
    seed += count;
    AtomicInteger next = new AtomicInteger();
    return new Call(
        registry.port(),
        () -> requests.get(next.getAndIncrement()),
        201,
        "\"sha256\"".getBytes(US_ASCII));
  }
}
