package cn.trustregistry.bench;

import cn.trustregistry.bench.load.Call;
import cn.trustregistry.bench.load.Load;
import cn.trustregistry.bench.load.Peer;
import cn.trustregistry.bench.load.Processor;
import cn.trustregistry.bench.load.Questions;
import cn.trustregistry.bench.load.Registry;
import cn.trustregistry.demo.CertificatePress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The doors of a real server, with its database and durable records, at 1, 16 and 64 connections;
 * beside them, in the same server, operations that do nothing, and {@code openssl ocsp}. Each round
 * asks them all in turn, so that what disturbs the machine disturbs them all.
 */
final class ServiceSection implements Section {
  private static final int[] CONNECTIONS = {1, 16, 64};
  private static final int MILLION = 1_000_000;
  private static final int BATCH = 100;

  /** The doors whose answers are recorded. */
  private static final Set<String> RECORDED =
      Set.of("service.soap", "service.batch", "service.xkms");

  /** How long a door is asked in a turn of the warm-up. */
  private static final Duration WARM_UP = Duration.ofMillis(500);

  /** The compiler's share of the server's processor time at which the server is warm. */
  private static final double COMPILER_AT_REST = 0.03;

  /**
   * How long the server is warmed up at the most, how long a window is, how many windows there are.
   */
  private record Plan(
      int warmUpSeconds, Duration window, int rounds, int coldCertificates, int lists) {
    static Plan of(Mode mode) {
      return mode == Mode.SHORT
          ? new Plan(25, Duration.ofMillis(500), 3, 3_000, 2)
          : new Plan(240, Duration.ofSeconds(3), 5, 16_000, 7);
    }
  }

  /** A peer that may not be there. */
  private record Closing(Optional<Peer> peer) implements AutoCloseable {
    @Override
    public void close() {
      peer.ifPresent(Peer::close);
    }
  }

  /** Something that can fail without the rest. */
  @FunctionalInterface
  private interface Part {
    void run() throws Exception;
  }

  @Override
  public String name() {
    return "service";
  }

  @Override
  public Measured measure(Mode mode) throws Exception {
    Plan plan = Plan.of(mode);
    Samples samples = new Samples();
    try (Registry registry = Registry.start(System.getProperty("bench.server.options", ""))) {
      progress("publishing " + plan.coldCertificates() + " certificates");
      CertificatePress press = CertificatePress.of(registry.data());
      Questions questions = new Questions(registry, press, plan.coldCertificates());
      Path folder = Files.createDirectories(registry.demo().resolveSibling("peers"));
      rounds(registry, plan, questions, folder, samples);
      part(
          "verdicts that several processes ask for",
          Processes.NAME,
          samples,
          () -> new Processes(registry, folder, samples, mode).measure(questions.warm()));
      part(
          "publishing",
          Publishing.NAME,
          samples,
          () -> new Publishing(registry, press, folder, samples, mode).measure());
      part(
          "taking lists of a million entries in",
          "service.crl",
          samples,
          () -> intake(registry, press, plan, questions, samples));
      samples.add("service.memory", "MiB", Processor.resident(registry.serverPid()) / 1048576.0);
    }
    return samples.measured();
  }

  private static void part(String what, String figures, Samples samples, Part part)
      throws InterruptedException {
    progress(what);
    try {
      part.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      leftOut(figures, samples, e);
    }
  }

  private static void leftOut(String figures, Samples samples, Exception why) {
    progress("left out: " + figures);
    why.printStackTrace();
    samples.missing(figures, why);
  }

  private void rounds(
      Registry registry, Plan plan, Questions questions, Path folder, Samples samples)
      throws Exception {
    try (Closing openssl =
            peer(
                "peer.ocsp",
                samples,
                () -> Peer.openssl(registry.demo(), folder, questions.serials()));
        Closing xkms = peer("peer.xkms", samples, () -> Peer.xkms(registry.demo(), folder))) {
      Map<String, Call> doors = doors(registry, questions, openssl.peer(), xkms.peer());
      progress("warming up");
      warmUp(registry, plan, doors, questions, samples);
      double tables = registry.tables();
      double verdicts = 0;
      for (int round = 0; round < plan.rounds(); round++) {
        progress("round " + (round + 1) + " of " + plan.rounds());
        for (int connections : CONNECTIONS) {
          for (Map.Entry<String, Call> door : doors.entrySet()) {
            double answered = measure(registry, plan, samples, door, connections);
            verdicts += RECORDED.contains(door.getKey()) ? answered : 0;
          }
        }
      }
      samples.add("service.disk", "oct/v", (registry.tables() - tables) / verdicts);
    }
  }

  private static Closing peer(String figures, Samples samples, Callable<Peer> start)
      throws InterruptedException {
    try {
      return new Closing(Optional.of(start.call()));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      leftOut(figures, samples, e);
      return new Closing(Optional.empty());
    }
  }

  private static void progress(String what) {
    System.err.println("  " + what);
  }

  private static Map<String, Call> doors(
      Registry registry, Questions questions, Optional<Peer> openssl, Optional<Peer> xkms)
      throws Exception {
    Map<String, Call> doors = new LinkedHashMap<>();
    doors.put("service.rest.empty", questions.rest());
    doors.put("service.echo", questions.echo("echo"));
    doors.put("service.echo.checked", questions.echo("checked"));
    doors.put("service.echo.lean", questions.echo("lean"));
    doors.put("service.soap", questions.mixed());
    doors.put("service.batch", questions.batch());
    doors.put("service.ocsp.nonce", questions.ocsp(registry.port(), "/ocsp", true));
    if (openssl.isPresent()) {
      doors.put("peer.ocsp.nonce", questions.ocsp(openssl.get().port(), "/", true));
    }
    doors.put("service.ocsp.plain", questions.ocsp(registry.port(), "/ocsp", false));
    if (openssl.isPresent()) {
      doors.put("peer.ocsp.plain", questions.ocsp(openssl.get().port(), "/", false));
    }
    doors.put("service.xkms", questions.xkms(registry.port()));
    if (xkms.isPresent()) {
      doors.put("peer.xkms", questions.xkms(xkms.get().port()));
    }
    return doors;
  }

  /** Takes doors out that do not answer as they should: they cost their own figures only. */
  /** Also ends if the compiler never rests; then the share that it took says how warm it is. */
  private static void warmUp(
      Registry registry, Plan plan, Map<String, Call> doors, Questions questions, Samples samples)
      throws Exception {
    long start = System.nanoTime();
    double share = 1;
    double seconds = 0;
    while (share > COMPILER_AT_REST && seconds < plan.warmUpSeconds()) {
      double all = Processor.micros(registry.serverPid());
      double compiler = Processor.compilerMicros(registry.serverPid());
      turn(doors, questions, samples);
      share =
          (Processor.compilerMicros(registry.serverPid()) - compiler)
              / (Processor.micros(registry.serverPid()) - all);
      seconds = (System.nanoTime() - start) / 1e9;
    }
    samples.add("service.warmup", "s", seconds);
    samples.add("service.warmup.compiler", "%", 100 * share);
  }

  private static void turn(Map<String, Call> doors, Questions questions, Samples samples)
      throws Exception {
    for (Map.Entry<String, Call> door : List.copyOf(doors.entrySet())) {
      boolean ours = door.getKey().equals("service.soap");
      Map.Entry<String, Call> warm =
          Map.entry(door.getKey(), ours ? questions.warm() : door.getValue());
      try {
        load(warm, 16, ours ? WARM_UP.multipliedBy(3) : WARM_UP);
      } catch (IOException e) {
        leftOut(door.getKey(), samples, e);
        doors.remove(door.getKey());
      }
    }
  }

  private static Load.Result load(Map.Entry<String, Call> door, int connections, Duration time)
      throws Exception {
    try {
      return Load.run(door.getValue(), connections, time);
    } catch (IOException e) {
      throw new IOException(door.getKey() + " at " + connections + " connections", e);
    }
  }

  /** Returns how many answers there were. */
  private static double measure(
      Registry registry, Plan plan, Samples samples, Map.Entry<String, Call> door, int connections)
      throws Exception {
    boolean ours = door.getKey().startsWith("service.");
    int verdicts = door.getKey().equals("service.batch") ? BATCH : 1;
    Cost cost = Cost.of(registry);
    Load.Result result = load(door, connections, plan.window());
    String name = door.getKey() + ".c" + connections;
    double answered = (double) result.nanos().length * verdicts;
    samples.add(name, result, verdicts);
    if (ours) {
      cost.addTo(samples, name, answered);
    }
    return answered;
  }

  /** Verdicts at 16 connections while a list of a million entries is taken in by REST. */
  private static void intake(
      Registry registry, CertificatePress press, Plan plan, Questions questions, Samples samples)
      throws Exception {
    for (int i = 1; i <= plan.lists(); i++) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      LongCrl crl =
          new LongCrl(
              new LongCrl.Issue(
                  press.issuer().getSubject(),
                  new JcaContentSignerBuilder("SHA256withRSA").build(press.key()),
                  now,
                  now.plus(Duration.ofDays(7)),
                  1_000 + i),
              MILLION);
      byte[] der = Files.readAllBytes(crl.file());
      FutureTask<Double> post =
          new FutureTask<>(
              () -> {
                long start = System.nanoTime();
                registry.post("gxca-client", "/api/v1/crls", "application/pkix-crl", der);
                return (System.nanoTime() - start) / 1e6;
              });
      Thread poster = new Thread(post, "post of a CRL");
      poster.setDaemon(true);
      poster.start();
      Load.Result result = Load.run(questions.warm(), 16, () -> !post.isDone());
      samples.add("service.crl.intake", "ms", post.get());
      samples.add("service.crl.verdicts", "/s", result.rate());
      samples.add("service.crl.p50", "ms", result.millis(0.5));
      samples.add("service.crl.p99", "ms", result.millis(0.99));
      Files.delete(crl.file());
    }
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      String c = ".c" + connections;
      goals.add(Goal.atLeast("service.soap" + c, "service.echo" + c, 0.7));
      goals.add(Goal.atLeast("service.soap" + c, "service.echo.checked" + c, 0.7));
      goals.add(Goal.atLeast("service.batch" + c, "service.soap" + c, 20));
      goals.add(Goal.atLeast("service.ocsp.nonce" + c, "peer.ocsp.nonce" + c, 5));
      goals.add(Goal.atLeast("service.ocsp.plain" + c, "peer.ocsp.plain" + c, 5));
      goals.add(Goal.atLeast("service.xkms" + c, "peer.xkms" + c, 1));
    }
    goals.add(Goal.atLeast(Publishing.BULK + ".c1", null, 5_000));
    goals.add(Goal.atMost("service.crl.p99", "service.crl.p50", 10));
    return goals;
  }
}
