package cn.trustregistry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running {@link RegistryProcess} in demo mode, as a parameter. All classes share the
 * same one; it is started when the first asks and stopped after the last test of the run, so a test
 * must not stop it.
 */
public final class SharedRegistry implements ParameterResolver {

  /** Where the registry hands in its mail; a test that wants it listens there. */
  public static final int MAIL_PORT = freePort();

  private static final Namespace NAMESPACE = Namespace.create(SharedRegistry.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RegistryProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("shared", key -> start(), RegistryProcess.class);
  }

  private static int freePort() {
    try {
      return TestServers.freePort();
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private static RegistryProcess start() {
    try {
      return RegistryProcess.named("shared")
          .setting("registry.mail.host", "127.0.0.1")
          .setting("registry.mail.port", String.valueOf(MAIL_PORT))
          .setting("registry.mail.from", "registry@registry.example")
          .setting("registry.mail.starttls", "false")
          .start();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the shared registry does not start", failed);
    }
  }
}
