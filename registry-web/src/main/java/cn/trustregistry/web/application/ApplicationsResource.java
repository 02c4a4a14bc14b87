package cn.trustregistry.web.application;

import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.ApplicationState;
import cn.trustregistry.application.CompanyDesk;
import cn.trustregistry.application.Material;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.application.ApplicationView.ApplicationPage;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Page;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A company's applications. */
@Path("applications")
@CaCompanyOnly
public class ApplicationsResource {
  private static final Pattern TAG = Pattern.compile("\"v(\\d{1,9})\"");

  /** Renders what the room refuses as a problem. */
  @Provider
  public static class Refusal implements ExceptionMapper<ApplicationRefused> {
    @Override
    public Response toResponse(ApplicationRefused refused) {
      int status =
          switch (refused.kind()) {
            case NOT_PERMITTED -> 403;
            case APPLICATION_UNKNOWN -> 404;
            case APPLICATION_CHANGED -> 412;
            case ILLEGAL_MOVE -> 409;
            case TOO_MANY_REQUESTS -> 429;
            default -> 422;
          };
      return new Problem(
              status,
              Problem.nameOf(refused.kind()),
              "The application stays as it is",
              String.valueOf(refused.getMessage()),
              null)
          .response();
    }
  }

  @Inject CompanyDesk desk;
  @Inject CurrentClient current;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = ApplicationPage.class, responseCode = "200")
  @Operation(
      operationId = "listApplications",
      summary = "Your applications in the order in which they last changed",
      description =
          "Go on with nextCursor: an application comes again whenever it takes a step. With state"
              + " only those that stand so.")
  public ApplicationPage list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    long cursor = Page.after(after);
    ApplicationState wanted =
        state == null ? null : Parameters.oneOf(ApplicationState.class, "state", state);
    List<Application> page =
        desk.after(current.get(), wanted, cursor, limit == null ? 50 : Page.limit(limit));
    return new ApplicationPage(
        page.stream().map(ApplicationView::of).toList(),
        Page.next(page, Application::cursor, cursor));
  }

  @GET
  @Path("{receipt}")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @Operation(
      operationId = "getApplication",
      summary = "One of your applications",
      description = "The ETag is what If-Match of a move names.")
  public Response read(@PathParam("receipt") String receipt, @Context Request request) {
    Application application = desk.read(current.get(), receipt);
    EntityTag tag = tag(application);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(ApplicationView.of(application))
            .tag(tag)
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .build();
  }

  @GET
  @Path("{receipt}/materials/{number}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "getMaterial",
      summary = "The content of a material",
      description =
          "Applicants upload these files: they are of the type told, and nothing else about them"
              + " was checked.")
  public Response material(@PathParam("receipt") String receipt, @PathParam("number") int number) {
    Material material =
        desk.read(current.get(), receipt).materials().stream()
            .filter(m -> m.number() == number)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("material").exception());
    byte[] content =
        desk.material(current.get(), receipt, number)
            .orElseThrow(() -> Problem.notFound("material").exception());
    return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM)
        .header("Material-Type", material.type().mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"material-" + number + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  @POST
  @Path("{receipt}/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  @Operation(
      operationId = "moveApplication",
      summary = "Take the next step with an application",
      description =
          "SUBMITTED becomes ACCEPTED, ACCEPTED becomes APPROVED, APPROVED becomes ISSUED with the"
              + " certificates you published for it; NEEDS_CORRECTION and REFUSED say why. With"
              + " If-Match only if it did not change meanwhile. See docs/applications.md.")
  public Response move(
      @PathParam("receipt") String receipt,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable MoveInput input) {
    ApplicationState to =
        Parameters.oneOf(ApplicationState.class, "to", input == null ? null : input.to);
    String reason = input == null || input.reason == null ? "" : input.reason;
    List<String> certificates =
        input == null || input.certificates == null ? List.of() : input.certificates;
    CompanyDesk.Order order =
        new CompanyDesk.Order(to, reason, checked(certificates), version(ifMatch));
    Application moved = desk.move(current.get(), receipt, order, Clock.now());
    return Response.ok(ApplicationView.of(moved)).tag(tag(moved)).build();
  }

  private static List<String> checked(List<@Nullable String> certificates) {
    if (certificates.stream().anyMatch(c -> c == null || !c.matches("[0-9a-f]{64}"))) {
      throw Problem.badRequest(
              "invalid-parameter", "certificates", "A certificate is named by its SHA-256 in hex.")
          .exception();
    }
    return certificates.stream().map(String::valueOf).toList();
  }

  private static EntityTag tag(Application application) {
    return new EntityTag("v" + application.version());
  }

  private static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw Problem.badRequest(
              "invalid-parameter", HttpHeaders.IF_MATCH, "Give the ETag of the application.")
          .exception();
    }
    return Integer.valueOf(tag.group(1));
  }
}
