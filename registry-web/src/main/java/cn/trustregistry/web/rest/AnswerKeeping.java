package cn.trustregistry.web.rest;

import cn.trustregistry.idempotency.KeptAnswer;
import cn.trustregistry.idempotency.RepeatedRequests;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the answer to a request with an idempotency key before it leaves; what failed by our fault
 * or was turned away for its rate is not kept.
 */
@Provider
public class AnswerKeeping implements ContainerResponseFilter, WriterInterceptor {
  private static final String ANSWER = AnswerKeeping.class.getName();
  private static final List<String> REPEATED =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

  /** An answer without its body yet. */
  private record Begun(String tenant, String key, int status, Map<String, String> headers) {}

  @Inject RepeatedRequests repeated;
  @Inject CurrentClient current;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(RepeatedRequestFilter.KEY) instanceof String key)) {
      return;
    }
    String tenant = current.caller().owner();
    if (response.getStatus() >= 500) {
      repeated.abandon(tenant, key);
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : REPEATED) {
      String value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    Begun begun = new Begun(tenant, key, response.getStatus(), headers);
    if (response.hasEntity()) {
      request.setProperty(ANSWER, begun);
    } else {
      keep(begun, new byte[0]);
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(ANSWER) instanceof Begun begun)) {
      context.proceed();
      return;
    }
    OutputStream wire = context.getOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    context.setOutputStream(body);
    context.proceed();
    keep(begun, body.toByteArray());
    body.writeTo(wire);
    context.setOutputStream(wire);
  }

  private void keep(Begun begun, byte[] body) {
    repeated.finish(
        begun.tenant(), begun.key(), new KeptAnswer(begun.status(), begun.headers(), body));
  }
}
