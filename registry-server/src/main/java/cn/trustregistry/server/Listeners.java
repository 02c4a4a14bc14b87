package cn.trustregistry.server;

import cn.trustregistry.tls.ListenerAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The configuration of Payara's two listeners, as commands that it runs before it starts. */
final class Listeners {

  private static final String NETWORK = "set configs.config.server-config.network-config.";
  private static final String LISTENER = NETWORK + "network-listeners.network-listener.";
  private static final String PROTOCOL = NETWORK + "protocols.protocol.";

  /**
   * gzip for who accepts it, from 2 KiB on; and escaped slashes, since an OCSP request in an
   * address is base64 (RFC 6960 A.1).
   */
  private static final Map<String, String> HTTP =
      Map.of(
          "encoded-slash-enabled",
          "true",
          "compression",
          "on",
          "compressable-mime-type",
          "application/json,application/problem+json,text/html,text/css,text/xml,"
              + "application/javascript");

  private Listeners() {}

  static List<String> commands(LaunchOptions options, ListenerKey key) {
    List<String> commands = new ArrayList<>();
    Https https = options.https();
    set(commands, LISTENER + "http-listener", Map.of("address", options.address()));
    set(commands, PROTOCOL + "http-listener.http", HTTP);
    set(commands, PROTOCOL + "https-listener.http", HTTP);
    set(commands, PROTOCOL + "https-listener.ssl", tls(key));
    set(
        commands,
        LISTENER + "https-listener",
        Map.of(
            "address", https.address(), "port", String.valueOf(https.port()), "enabled", "true"));
    return commands;
  }

  /**
   * Clients are asked for a certificate and need not have one. Grizzly's own implementation is
   * named because Payara's knows one key store for the whole server only.
   */
  private static Map<String, String> tls(ListenerKey key) {
    return Map.of(
        "classname", "org.glassfish.grizzly.config.ssl.JSSEImplementation",
        "key-store", key.file().toString(),
        "cert-nickname", ListenerKey.ALIAS,
        "trust-algorithm", ListenerAgent.ALGORITHM,
        "client-auth", "want",
        "renegotiate-on-client-auth-want", "false",
        "tls12-enabled", "true",
        "tls13-enabled", "true");
  }

  private static void set(List<String> commands, String what, Map<String, String> attributes) {
    new TreeMap<>(attributes)
        .forEach((name, value) -> commands.add(what + "." + name + "=" + value));
  }
}
