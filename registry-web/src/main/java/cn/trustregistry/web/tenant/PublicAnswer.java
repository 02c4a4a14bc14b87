package cn.trustregistry.web.tenant;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Answers that are the same for everybody: kept for a minute, 304 for who has them already. */
final class PublicAnswer {
  private static final int SECONDS = 60;

  private PublicAnswer() {}

  static Response of(Request request, EntityTag tag, Object entity) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = unchanged == null ? Response.ok(entity) : unchanged;
    CacheControl cache = new CacheControl();
    cache.setMaxAge(SECONDS);
    cache.setNoTransform(false);
    return response.tag(tag).cacheControl(cache).build();
  }
}
