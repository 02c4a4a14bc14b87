package cn.trustregistry.bench.probe;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** A resource that JAX-RS has nearly nothing to do for. */
@ApplicationPath("rest")
public class EmptyApplication extends Application {
  /** Answers in two octets. */
  @Path("empty")
  public static class EmptyResource {
    @GET
    public String get() {
      return "ok";
    }
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(EmptyResource.class);
  }
}
