package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** A company's client at the doors of a registry: sends what it is told to and reads the answer. */
record Company(URI base, String clientId, String secret) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer; its body read as JSON when asked for. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonStructure json() {
      try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
        return reader.read();
      }
    }

    JsonObject object() {
      return json().asJsonObject();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The status and, for a problem, the last part of its type. */
    String outcome() {
      String type = header("Content-Type");
      return type.startsWith("application/problem+json")
          ? status() + " " + object().getString("type").replaceFirst("/problems/", "")
          : String.valueOf(status());
    }
  }

  /** The client whose secret the registry printed when it first started. */
  static Company of(URI base, String printed, String clientId) {
    return printed
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(clientId + " "))
        .map(line -> new Company(base, clientId, line.substring(clientId.length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  Company withSecret(String other) {
    return new Company(base, clientId, other);
  }

  String basic() {
    return "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(UTF_8));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", basic());
  }

  Answer get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request("api/v1/" + path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer post(String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("api/v1/" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer post(String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("api/v1/" + path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send(request("api/v1/" + path).DELETE());
  }

  /** The same door with an access token. */
  Answer getWithToken(String path, String token) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve("api/v1/" + path))
            .header("Authorization", "Bearer " + token));
  }

  Answer token(String form) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve("oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials&" + form)));
  }

  String tokenFor(String scope) throws IOException, InterruptedException {
    return token("client_id=" + clientId + "&client_secret=" + secret + "&scope=" + scope)
        .object()
        .getString("access_token");
  }

  static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
  }
}
