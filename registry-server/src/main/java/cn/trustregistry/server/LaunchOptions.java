package cn.trustregistry.server;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one start was asked to do. Arguments win over settings, settings over defaults.
 *
 * @param address address the HTTP listener is bound to
 * @param port TCP port of the HTTP listener
 * @param https the HTTPS listener
 * @param data directory of everything that outlives this process
 * @param demo whether the demonstration case is loaded at first start
 * @param externalDatabase the database to use; empty: start the embedded one
 * @param javaOptions options of the server's JVM, given after (and so winning over) the defaults
 */
record LaunchOptions(
    String address,
    int port,
    Https https,
    Path data,
    boolean demo,
    Optional<DatabaseConnection> externalDatabase,
    List<String> javaOptions) {

  static final String USAGE =
      """
      usage: run [--production] [--port N] [--address A] [--https-port N] [--https-address A] [--data DIRECTORY]
             run verify-receipt FILE (without a running server; see run verify-receipt --help)

        --production      load no demonstration case (setting: REGISTRY_DEMO=false)
        --port            HTTP port, default 8080 (REGISTRY_HTTP_PORT)
        --address         address of HTTP, default 127.0.0.1 (REGISTRY_HTTP_ADDRESS)
        --https-port      HTTPS port, default 363 above the HTTP port: 8443 (REGISTRY_HTTPS_PORT)
        --https-address   address of HTTPS, default that of HTTP (REGISTRY_HTTPS_ADDRESS)
        --data            data directory, default ./data (REGISTRY_DATA)

      The key of HTTPS: REGISTRY_HTTPS_KEYSTORE, a PKCS#12 or JKS file with one key and its
      certificates, and REGISTRY_HTTPS_KEYSTORE_PASSWORD. Without it a self-signed one is made at
      the first start, in the data directory. Any client certificate is let through the handshake;
      what it may do is decided by its registered SHA-256 (docs/access.md).

      Credentials are refused over plain HTTP from other machines, unless those are the proxies of
      REGISTRY_TLS_PROXIES (addresses, between commas) or REGISTRY_HTTP_CREDENTIALS is "anywhere".

      An external MariaDB: REGISTRY_DB_URL=jdbc:mariadb://host:3306/registry,
      REGISTRY_DB_USER, REGISTRY_DB_PASSWORD. Server JVM options: REGISTRY_JAVA_OPTS.
      """;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Reads a command line.
   *
   * @param arguments the words after the command
   * @param settings looks a MicroProfile Config name such as {@code registry.http.port} up
   * @throws StartRefused if a word is unknown or a value cannot be meant
   */
  static LaunchOptions parse(List<String> arguments, Function<String, Optional<String>> settings)
      throws StartRefused {
    String address = settings.apply("registry.http.address").orElse("127.0.0.1");
    String port = settings.apply("registry.http.port").orElse("8080");
    String data = settings.apply("registry.data").orElse("data");
    boolean demo = demo(settings.apply("registry.demo").orElse("true"));
    Optional<String> httpsAddress = settings.apply("registry.https.address");
    Optional<String> httpsPort = settings.apply("registry.https.port");

    Deque<String> words = new ArrayDeque<>(arguments);
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      switch (word) {
        case "--production" -> demo = false;
        case "--port" -> port = valueOf(word, words.pollFirst());
        case "--address" -> address = valueOf(word, words.pollFirst());
        case "--https-port" -> httpsPort = Optional.of(valueOf(word, words.pollFirst()));
        case "--https-address" -> httpsAddress = Optional.of(valueOf(word, words.pollFirst()));
        case "--data" -> data = valueOf(word, words.pollFirst());
        default -> throw new StartRefused("Unknown argument " + word + " (see --help).");
      }
    }
    int httpPort = port("HTTP", port);
    return new LaunchOptions(
        address,
        httpPort,
        new Https(
            httpsAddress.orElse(address),
            port("HTTPS", httpsPort.orElse(Https.defaultPort(httpPort))),
            settings.apply("registry.https.keystore").map(Path::of).orElse(null),
            settings.apply("registry.https.keystore.password").orElse("")),
        Path.of(data).toAbsolutePath().normalize(),
        demo,
        externalDatabase(settings),
        SPACES
            .splitAsStream(settings.apply("registry.java.opts").orElse(""))
            .filter(option -> !option.isEmpty())
            .toList());
  }

  /** Looks a setting up as MicroProfile Config does: system property, then environment. */
  static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(environmentName(name))))
        .filter(value -> !value.isBlank());
  }

  static String environmentName(String name) {
    return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  private static String valueOf(String word, @Nullable String value) throws StartRefused {
    if (value == null || value.isBlank()) {
      throw new StartRefused(word + " needs a value (see --help).");
    }
    return value;
  }

  private static boolean demo(String value) throws StartRefused {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new StartRefused("REGISTRY_DEMO is true or false, not " + value + ".");
    };
  }

  private static int port(String which, String value) throws StartRefused {
    try {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // said below, in the same words as for a number out of range
    }
    throw new StartRefused(
        "The " + which + " port is a number from 1 to 65535, not " + value + ".");
  }

  private static Optional<DatabaseConnection> externalDatabase(
      Function<String, Optional<String>> settings) throws StartRefused {
    Optional<String> url = settings.apply("registry.db.url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.get().startsWith("jdbc:mariadb://")) {
      throw new StartRefused("REGISTRY_DB_URL must begin with jdbc:mariadb://");
    }
    Optional<String> user = settings.apply("registry.db.user");
    if (user.isEmpty()) {
      throw new StartRefused("REGISTRY_DB_URL is set, REGISTRY_DB_USER is not.");
    }
    String password = settings.apply("registry.db.password").orElse("");
    return Optional.of(new DatabaseConnection(url.get(), user.get(), password));
  }
}
