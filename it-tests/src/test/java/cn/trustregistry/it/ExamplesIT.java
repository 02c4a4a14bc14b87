package cn.trustregistry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the examples as a vendor's engineer does, and proves the receipts they leave. */
@ExtendWith(SharedRegistry.class)
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final int SECONDS = 240;

  @Test
  void shell_example_validates_is_refused_with_reasons_and_gets_a_receipt(RegistryProcess registry)
      throws Exception {
    Path folder = copy("shell");
    assertShows(run(folder, registry, "./validate.sh"));
    assertGenuine(folder, registry);
  }

  @Test
  void node_example_generated_from_the_contract_does_the_same(RegistryProcess registry)
      throws Exception {
    Path folder = copy("node");
    run(folder, registry, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    assertShows(run(folder, registry, "node", "validate.js"));
    assertGenuine(folder, registry);
  }

  @Test
  void java_example_generated_by_cxf_does_the_same(RegistryProcess registry) throws Exception {
    Path folder = copy("java");
    String contract = "../wsdl/src/main/resources/wsdl/validation-v1.wsdl";
    assertShows(
        run(
            folder,
            registry,
            "mvn",
            "-B",
            "-q",
            "-Dmaven.repo.local=" + System.getProperty("registry.it.maven.repository"),
            "-Dwsdl=" + Path.of(contract).toAbsolutePath().normalize(),
            "compile",
            "exec:java"));
    assertGenuine(folder, registry);
  }

  private static void assertShows(String printed) {
    assertThat(printed)
        .containsSubsequence(
            "gxca/unit-rsa-sign.pem: VALID",
            "kept in receipt.txt",
            "gxca/revoked-rsa-sign.pem: INVALID",
            "CERTIFICATE_REVOKED (");
  }

  private static void assertGenuine(Path folder, RegistryProcess registry) throws Exception {
    String said =
        run(
            folder,
            registry,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            TestServers.DIST.resolve("registry-server.jar").toString(),
            "verify-receipt",
            "receipt.txt",
            "--data",
            registry.data().toString());
    assertThat(said).contains("回执真实", "Genuine", "Verdict: VALID");
  }

  /** What it prints; fails unless it ends with 0. */
  private static String run(Path folder, RegistryProcess registry, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("REGISTRY", registry.base().toString().replaceAll("/$", ""));
    builder.environment().put("DEMO", registry.data().resolve("demo").toAbsolutePath().toString());
    builder.environment().put("CENTRE_SECRET", DemoClient.of(registry).secret("centre-450100"));
    Path printed = folder.resolve("printed.txt");
    Process process = builder.redirectOutput(printed.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String text = Files.readString(printed, UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  /** In the build directory, so that nothing is left in the sources. */
  private static Path copy(String example) throws IOException {
    Path from = EXAMPLES.resolve(example);
    Path to = TestServers.WORK.resolve("examples").resolve(example);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !ignored(from.relativize(f))).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return to;
  }

  private static boolean ignored(Path path) {
    return path.startsWith("target") || path.startsWith("node_modules");
  }
}
