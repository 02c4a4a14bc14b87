package cn.trustregistry.web.rest;

import cn.trustregistry.pki.Digests;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;

/** Answers to reads, with an ETag over their content: 304 for who has it already (RFC 9110 13). */
final class Tagged {
  private static final Jsonb JSON = JsonbBuilder.create();

  private Tagged() {}

  static Response json(Request request, Object view) {
    byte[] text = JSON.toJson(view).getBytes(StandardCharsets.UTF_8);
    return answer(request, text, "application/json");
  }

  static Response answer(Request request, byte[] content, String mediaType) {
    EntityTag tag = new EntityTag(Digests.sha256(content).substring(0, 32), true);
    CacheControl caching = new CacheControl();
    caching.setPrivate(true);
    caching.setNoCache(true);
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer =
        unchanged == null ? Response.ok(content, mediaType).tag(tag) : unchanged;
    return answer.cacheControl(caching).build();
  }
}
