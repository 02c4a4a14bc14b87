package cn.trustregistry.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTPS listener was asked to be.
 *
 * @param address address it is bound to
 * @param port its TCP port
 * @param keystore the operator's key with its certificates (PKCS#12 or JKS); null: one made here
 * @param password that file's password
 */
record Https(String address, int port, @Nullable Path keystore, String password) {

  /** 8080 and 8443 are so far apart; another HTTP port takes the HTTPS port along. */
  private static final int FROM_HTTP = 363;

  static String defaultPort(int httpPort) {
    return String.valueOf(httpPort + FROM_HTTP);
  }

  @Override
  public String toString() {
    return "Https[" + address + ":" + port + ", " + keystore + "]";
  }
}
