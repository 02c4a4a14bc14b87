package cn.trustregistry.it;

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

  private static RegistryProcess start() {
    try {
      return RegistryProcess.named("shared").start();
    } catch (java.io.IOException | InterruptedException failed) {
      throw new IllegalStateException("the shared registry does not start", failed);
    }
  }
}
