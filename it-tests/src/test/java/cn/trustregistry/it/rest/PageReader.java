package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: follows redirects, keeps cookies, hands in forms as they stand. */
final class PageReader {
  private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
  private static final Pattern BOUNDARY_SAFE = Pattern.compile("[^A-Za-z0-9]");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI base;
  private @Nullable HttpResponse<String> page;

  PageReader(URI base) {
    this.base = base;
  }

  PageReader open(String path) throws IOException, InterruptedException {
    page = send(HttpRequest.newBuilder(base.resolve(path)));
    return this;
  }

  /** Fills in the form of the page and presses the button with this text. */
  PageReader press(String button, Map<String, String> values)
      throws IOException, InterruptedException {
    String form =
        values.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    String hidden =
        fields(button).entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    page =
        send(
            HttpRequest.newBuilder(page().uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(hidden + "&" + form)));
    return this;
  }

  /** Presses a button of a form that takes files, with a file or without. */
  PageReader press(String button, String name, byte[] content)
      throws IOException, InterruptedException {
    String boundary = "x" + BOUNDARY_SAFE.matcher(String.valueOf(System.nanoTime())).replaceAll("");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields(button).entrySet()) {
      body.write(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, field.getKey(), field.getValue())
              .getBytes(UTF_8));
    }
    body.write(
        "--%s\r\nContent-Disposition: form-data; name=\"form:file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, name)
            .getBytes(UTF_8));
    body.write(content);
    body.write("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
    page =
        send(
            HttpRequest.newBuilder(page().uri())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    return this;
  }

  /** The hidden fields, and the button that is pressed. */
  private Map<String, String> fields(String button) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(page().body());
    while (inputs.find()) {
      String input = inputs.group(1);
      String value = attribute(input, "value");
      boolean pressed = attribute(input, "type").equals("submit") && value.equals(button);
      if (pressed || attribute(input, "type").equals("hidden")) {
        fields.put(attribute(input, "name"), value);
      }
    }
    if (!fields.containsValue(button)) {
      throw new AssertionError("no button " + button + " on\n" + page().body());
    }
    return fields;
  }

  private static String attribute(String input, String name) {
    Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(input);
    return attribute.find() ? attribute.group(1).replace("&amp;", "&") : "";
  }

  /** The value of the radio button whose label begins so. */
  String choice(String label) {
    Matcher choice =
        Pattern.compile("value=\"([^\"]*)\"[^>]*>\\s*<label[^>]*>\\s*" + Pattern.quote(label))
            .matcher(page().body());
    if (!choice.find()) {
      throw new AssertionError("no choice " + label + " on\n" + page().body());
    }
    return choice.group(1);
  }

  private HttpResponse<String> page() {
    if (page == null) {
      throw new IllegalStateException("no page is open");
    }
    return page;
  }

  String body() {
    return page().body();
  }

  String path() {
    return page().uri().getPath();
  }

  int status() {
    return page().statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
