package cn.trustregistry.web.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem. Its type is {@code /problems/<name>} on this server, where docs/problems.md
 * is what a reader finds.
 *
 * @param name last part of the type, lower case with hyphens
 * @param field the field of the request that is at fault, or null
 */
public record Problem(
    int status, String name, String title, String detail, @Nullable String field) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem badRequest(String name, String field, String detail) {
    return new Problem(400, name, "The request is not well formed", detail, field);
  }

  public static Problem notFound(String what) {
    return new Problem(404, "not-found", "Nothing here", "There is no such " + what + ".", null);
  }

  public static String nameOf(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public JsonObject json() {
    JsonObjectBuilder json =
        RefusalJson.JSON
            .createObjectBuilder()
            .add("type", "/problems/" + name)
            .add("title", title)
            .add("status", status)
            .add("detail", detail);
    if (field != null) {
      json.add(
          "errors",
          RefusalJson.JSON
              .createArrayBuilder()
              .add(
                  RefusalJson.JSON
                      .createObjectBuilder()
                      .add("field", field)
                      .add("detail", detail)));
    }
    return json.build();
  }

  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(json().toString()).build();
  }

  public WebApplicationException exception() {
    return new WebApplicationException(response());
  }
}
