package cn.trustregistry.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of the HTTPS listener with its certificates, in a file that only its owner may read.
 *
 * @param file PKCS#12, entry {@value #ALIAS}, password {@value #PASSWORD}: the file's permissions
 *     protect it, as a second secret beside it would not
 * @param certificate what servers show to their clients
 */
record ListenerKey(Path file, X509Certificate certificate) {

  static final String ALIAS = "registry";
  static final String PASSWORD = "changeit";

  private static final String FORMAT = "PKCS12";
  private static final int SELF_SIGNED_DAYS = 825;

  /**
   * The operator's key, copied into the data directory at each start; without one, the self-signed
   * one of this data directory, made if there is none yet.
   *
   * @throws StartRefused if the operator's file cannot be used, saying why
   */
  static ListenerKey of(Https https, DataDirectory data) throws StartRefused {
    Path given = https.keystore();
    try {
      if (given != null) {
        return copied(given, https.password().toCharArray(), data.run().resolve("https.p12"));
      }
      Path made = data.secrets().resolve("https.p12");
      if (!Files.exists(made)) {
        make(made);
      }
      return new ListenerKey(made, certificate(opened(made, PASSWORD.toCharArray()), ALIAS));
    } catch (IOException | GeneralSecurityException unusable) {
      throw new StartRefused(
          "The key of HTTPS in "
              + (given == null ? data.secrets() : given)
              + " cannot be used: "
              + unusable.getMessage(),
          unusable);
    }
  }

  private static ListenerKey copied(Path given, char[] password, Path copy)
      throws IOException, GeneralSecurityException {
    KeyStore source = opened(given, password);
    String alias = onlyKey(source);
    Key key = source.getKey(alias, password);
    Certificate[] chain = source.getCertificateChain(alias);
    KeyStore target = KeyStore.getInstance(FORMAT);
    target.load(null, null);
    target.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain);
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    target.store(octets, PASSWORD.toCharArray());
    Secret.write(copy, octets.toByteArray());
    return new ListenerKey(copy, certificate(target, ALIAS));
  }

  private static KeyStore opened(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    if (!Files.isReadable(file)) {
      throw new IOException("it is not there, or may not be read");
    }
    return KeyStore.getInstance(file.toFile(), password);
  }

  private static String onlyKey(KeyStore keystore) throws IOException, GeneralSecurityException {
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(keystore.aliases())) {
      if (keystore.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      throw new IOException("it holds " + keys.size() + " private keys, one is needed");
    }
    return keys.get(0);
  }

  private static X509Certificate certificate(KeyStore keystore, String alias)
      throws IOException, GeneralSecurityException {
    @Nullable Certificate first = keystore.getCertificate(alias);
    if (first instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new IOException("it holds no X.509 certificate");
  }

  /** By the JDK's own tool: the JDK has no public way to sign a certificate. */
  private static void make(Path file) throws IOException {
    Path fresh = file.resolveSibling("https-fresh.p12");
    Files.deleteIfExists(fresh);
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(tool, "-genkeypair"));
    command.addAll(List.of("-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-dname", "CN=trust registry, OU=self-signed at first start"));
    command.addAll(List.of("-ext", "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1"));
    command.addAll(List.of("-validity", String.valueOf(SELF_SIGNED_DAYS)));
    command.addAll(List.of("-storetype", FORMAT, "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", fresh.toString()));
    run(command);
    Secret.write(file, Files.readAllBytes(fresh));
    Files.delete(fresh);
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** What an operator should know of it: until when it lasts, and the SHA-256 that clients pin. */
  String words(Instant at) {
    Instant end = certificate.getNotAfter().toInstant();
    String validity = end.isBefore(at) ? "EXPIRED on " : "valid until ";
    return "certificate " + validity + end + ", SHA-256 " + sha256();
  }

  private String sha256() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
