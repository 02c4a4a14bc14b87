package cn.trustregistry.web.events;

import cn.trustregistry.events.EventsRefused;
import cn.trustregistry.events.Webhooks;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Addresses that are told a company's events. */
@Path("webhooks")
@CaCompanyOnly
public class WebhooksResource {
  /** Renders what the room refuses as a problem. */
  @Provider
  public static class Refusal implements ExceptionMapper<EventsRefused> {
    @Override
    public Response toResponse(EventsRefused refused) {
      int status =
          switch (refused.kind()) {
            case NOT_PERMITTED -> 403;
            case TOO_MANY_WEBHOOKS -> 409;
            case URL_NOT_ALLOWED -> 422;
          };
      return new Problem(
              status,
              Problem.nameOf(refused.kind()),
              "Nothing was registered",
              String.valueOf(refused.getMessage()),
              null)
          .response();
    }
  }

  @Inject Webhooks webhooks;
  @Inject CurrentClient current;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = WebhookView.class, responseCode = "201")
  @Operation(
      operationId = "registerWebhook",
      summary = "Have your events delivered to an address",
      description =
          "Signed with HMAC-SHA256 under the secret in this answer, in order, at least once."
              + " See docs/webhooks.md.")
  public Response register(@Context UriInfo uri, @Nullable WebhookInput input) {
    String url = Parameters.required("url", input == null ? null : input.url);
    Webhooks.Registered registered = webhooks.register(current.get(), url, Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(registered.webhook().id()).build())
        .entity(WebhookView.of(registered.webhook(), registered.secret()))
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listWebhooks", summary = "Your webhooks, and how delivery stands")
  public List<WebhookView> list() {
    return webhooks.of(current.get()).stream().map(w -> WebhookView.of(w, null)).toList();
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "endWebhook", summary = "End a webhook")
  public Response end(@PathParam("id") String id) {
    if (!webhooks.end(current.get(), id, Clock.now())) {
      throw Problem.notFound("webhook").exception();
    }
    return Response.noContent().build();
  }
}
