package cn.trustregistry.bench;

import cn.trustregistry.pki.TestKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code openssl verify} with the same certificates and lists: one process verifies the holder many
 * times over, and the time of a process that does it once is taken off. Not with SM2: it can be
 * told the signer's identity for the first certificate of a path only.
 */
final class OpensslSection implements Section {
  private static final int FEW = 1;

  @Override
  public String name() {
    return "openssl";
  }

  @Override
  public Measured measure(Mode mode) throws Exception {
    List<Figure> figures = new ArrayList<>();
    if (!isThere()) {
      return new Measured(figures, Map.of("openssl.verify", "no openssl here"));
    }
    int many = mode == Mode.SHORT ? 500 : 2_000;
    for (TestKey.Kind kind : List.of(TestKey.Kind.RSA, TestKey.Kind.P256)) {
      Path folder = files(new Hierarchy(kind));
      double[] samples = new double[mode == Mode.SHORT ? 5 : 9];
      for (int i = 0; i < samples.length; i++) {
        double once = micros(folder, FEW);
        samples[i] = (micros(folder, FEW + many) - once) / many;
      }
      figures.add(Figure.of("openssl.verify." + kind, "us", samples, null));
      delete(folder);
    }
    return Measured.of(figures);
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        Goal.atLeast("openssl.verify.RSA", "verdict.cold.RSA", 1),
        Goal.atLeast("openssl.verify.P256", "verdict.cold.P256", 1));
  }

  private static boolean isThere() throws InterruptedException {
    try {
      Process version = new ProcessBuilder("openssl", "version").redirectErrorStream(true).start();
      version.getInputStream().readAllBytes();
      return version.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path files(Hierarchy made) throws IOException {
    Path folder = Files.createTempDirectory("bench");
    Files.writeString(folder.resolve("root"), pem("CERTIFICATE", made.root.certificate().der()));
    Files.writeString(folder.resolve("ca"), pem("CERTIFICATE", made.ca.certificate().der()));
    Files.writeString(folder.resolve("holder"), pem("CERTIFICATE", made.holder.der()));
    Files.writeString(
        folder.resolve("crls"), pem("X509 CRL", made.rootCrl) + pem("X509 CRL", made.caCrl));
    return folder;
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static double micros(Path folder, int times) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("openssl", "verify", "-CAfile", "root", "-untrusted", "ca"));
    command.addAll(List.of("-attime", Long.toString(Hierarchy.NOW.getEpochSecond())));
    command.addAll(List.of("-crl_check_all", "-CRLfile", "crls"));
    for (int i = 0; i < times; i++) {
      command.add("holder");
    }
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    long end = System.nanoTime();
    if (code != 0) {
      throw new IllegalStateException(said.lines().limit(5).toList().toString());
    }
    return (end - start) / 1e3;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
