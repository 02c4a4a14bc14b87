package cn.trustregistry.web.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Puts the examples of {@code examples.json} (request and response by operation id) into the
 * description, and adds what all operations have in common: the idempotency key of every POST and
 * the problem that any refusal is.
 */
public class Examples implements OASFilter {
  private static final String PROBLEM = "application/problem+json";

  /** Stands for DER or PEM. */
  private static final String OCTETS = "-----BEGIN ...";

  private final JsonObject examples = load();

  @Override
  public void filterOpenAPI(OpenAPI api) {
    dropEndpoints(api);
    PlainSchemas.in(api);
    if (api.getPaths() == null) {
      return;
    }
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(
            path ->
                path.getOperations()
                    .forEach(
                        (method, operation) -> {
                          nameSuccess(method, operation);
                          complete(operation);
                          if (method.name().equals("POST")) {
                            operation.addParameter(idempotencyKey());
                          }
                        }));
  }

  /**
   * Payara adds a member {@code endpoints} that OpenAPI does not know and generators refuse; its
   * model has no other way to it.
   */
  private static void dropEndpoints(OpenAPI api) {
    try {
      api.getClass().getMethod("setEndpoints", Map.class).invoke(api, new TreeMap<>());
    } catch (ReflectiveOperationException noSuchMember) {
      // another server, or one that has stopped doing so
    }
  }

  /** The server calls an undescribed answer "default"; here that is the problem. */
  private static void nameSuccess(HttpMethod method, Operation operation) {
    APIResponses responses = operation.getResponses();
    APIResponse success = responses.getAPIResponse("default");
    boolean named = responses.getAPIResponses().keySet().stream().anyMatch(k -> k.startsWith("2"));
    if (success != null && !named) {
      boolean empty = method == HttpMethod.DELETE;
      responses.addAPIResponse(empty ? "204" : "200", empty ? success.content(null) : success);
    }
    responses.addAPIResponse("default", problem());
  }

  private void complete(Operation operation) {
    JsonObject example = examples.getJsonObject(operation.getOperationId());
    if (example == null) {
      return;
    }
    if (operation.getRequestBody() != null && example.containsKey("request")) {
      put(operation.getRequestBody().getContent(), example.get("request"), text());
    }
    for (Map.Entry<String, APIResponse> response :
        operation.getResponses().getAPIResponses().entrySet()) {
      if (!response.getKey().equals("default") && example.containsKey("response")) {
        put(response.getValue().getContent(), example.get("response"), text().format("binary"));
      }
    }
  }

  /**
   * @param octets what DER or PEM is: text in requests, since generated clients send a file's name
   */
  private static void put(Content content, JsonValue example, Schema octets) {
    if (content != null) {
      content
          .getMediaTypes()
          .forEach(
              (type, media) -> {
                boolean json = type.endsWith("json") || type.equals("*/*");
                media.setExample(json ? OpenApiValue.of(example) : OCTETS);
                if (!json) {
                  media.setSchema(octets);
                }
              });
    }
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description("A request repeated under the same key within 24 hours answers the same.")
        .example("6f0c2a1e-5d1b-4d0e-9c38-2f7f8f3b9a10")
        .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
  }

  private static APIResponse problem() {
    Schema schema =
        OASFactory.createSchema()
            .type(Schema.SchemaType.OBJECT)
            .addProperty("type", text())
            .addProperty("title", text())
            .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
            .addProperty("detail", text());
    return OASFactory.createAPIResponse()
        .description("A problem (RFC 9457); its types are listed in docs/problems.md")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    PROBLEM,
                    OASFactory.createMediaType()
                        .schema(schema)
                        .example(
                            Map.of(
                                "type", "/problems/not-found",
                                "title", "Nothing here",
                                "status", 404,
                                "detail", "There is no such certificate."))));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING);
  }

  private static JsonObject load() {
    InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream("examples.json"));
    try (JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    }
  }
}
