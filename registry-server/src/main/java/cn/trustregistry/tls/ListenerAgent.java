package cn.trustregistry.tls;

import java.security.Provider;
import java.security.Security;
import org.jspecify.annotations.Nullable;

/** Makes {@link AnyClient} known in a JVM before its program starts. */
public final class ListenerAgent {
  /** Name of the trust algorithm, for the listener's configuration. */
  public static final String ALGORITHM = "AnyClient";

  private ListenerAgent() {}

  /** Called by the JVM ({@code java.lang.instrument}). */
  public static void premain(@Nullable String arguments) {
    Security.addProvider(new AnyClientProvider());
  }

  private static final class AnyClientProvider extends Provider {
    private static final long serialVersionUID = 1L;

    AnyClientProvider() {
      super("TrustRegistryListener", "1.0", "client certificates that the application looks at");
      put("TrustManagerFactory." + ALGORITHM, AnyClient.Factory.class.getName());
    }
  }
}
