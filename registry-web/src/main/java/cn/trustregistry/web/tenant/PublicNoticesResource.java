package cn.trustregistry.web.tenant;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.notice.Notices;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** The notices that the portal shows now, for everybody. */
@Path("public/notices")
@SecurityRequirements
public class PublicNoticesResource {
  private static final int MOST = 100;

  @Inject Notices notices;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = PublicNoticeView[].class, responseCode = "200")
  @Operation(
      operationId = "publicNotices",
      summary = "The notices that are shown now, the newest first",
      description = "At most 100: those of the platform and of all companies, or of one company.")
  public Response all(@QueryParam("tenant") @Nullable String tenant, @Context Request request) {
    List<PublicNoticeView> views =
        notices.shown(Clock.now(), MOST).stream()
            .map(PublicNoticeView::of)
            .filter(view -> tenant == null || tenant.equals(view.tenant()))
            .toList();
    return PublicAnswer.of(request, tag(views), views);
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = PublicNoticeView.class, responseCode = "200")
  @Operation(
      operationId = "publicNotice",
      summary = "One notice",
      description = "404 while it is not shown yet or is not shown any more.")
  public Response one(@PathParam("id") long id, @Context Request request) {
    return notices
        .shownOne(id, Clock.now())
        .map(PublicNoticeView::of)
        .map(view -> PublicAnswer.of(request, tag(List.of(view)), view))
        .orElseThrow(() -> Problem.notFound("notice").exception());
  }

  /** A published notice never changes, so that the ids say it all. */
  private static EntityTag tag(List<PublicNoticeView> views) {
    String ids = views.stream().map(view -> String.valueOf(view.id())).toList().toString();
    return new EntityTag(Digests.sha256(ids.getBytes(US_ASCII)).substring(0, 32));
  }
}
