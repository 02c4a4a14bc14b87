package cn.trustregistry.web.rest;

import cn.trustregistry.web.access.BodyLimit;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a JSON body whole before anything reads it, within a limit and at a pace, once it is
 * known who sends it: the JSON binding itself would read whatever comes into memory.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class JsonBodyFilter implements ContainerRequestFilter {
  /** Of a JSON body, in octets. */
  private static final int LIMIT = 1 << 20;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    @Nullable MediaType type = request.getMediaType();
    if (type != null && type.getSubtype().equals("json") && request.hasEntity()) {
      request.setEntityStream(
          new ByteArrayInputStream(BodyLimit.read(request.getEntityStream(), LIMIT)));
    }
  }
}
