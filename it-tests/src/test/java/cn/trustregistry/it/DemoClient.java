package cn.trustregistry.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A client of a registry in demonstration mode: knows its secrets, its files and its doors. */
public final class DemoClient {
  public static final String ENVELOPE =
      "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
          + "<v:ValidateCertificate xmlns:v=\"urn:trustregistry:validation:v1\">%s"
          + "</v:ValidateCertificate></soap:Body></soap:Envelope>";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final Path demo;
  private final Map<String, String> secrets = new HashMap<>();

  private DemoClient(URI base, Path demo, String sheet) {
    this.base = base;
    this.demo = demo;
    sheet
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length == 2)
        .forEach(words -> secrets.put(words[0], words[1]));
  }

  /** Of the container that Arquillian manages. */
  public static DemoClient ofContainer() {
    return of(TestServers.containerBase(), TestServers.containerData());
  }

  /** Of a registry whose secrets nobody has read and removed yet. */
  static DemoClient of(URI base, Path data) {
    Path demo = data.resolve("demo");
    try {
      String sheet = Files.readString(demo.resolve("credentials-once.txt"));
      return new DemoClient(base, demo, sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a registry that has printed its secrets. */
  public static DemoClient of(RegistryProcess registry) {
    return new DemoClient(registry.base(), registry.data().resolve("demo"), registry.output());
  }

  public String secret(String clientId) {
    String secret = secrets.get(clientId);
    if (secret == null) {
      throw new IllegalStateException("no secret of " + clientId + " was shown");
    }
    return secret;
  }

  /** A file of the demonstration, for example {@code gxca/unit-rsa-sign.pem}. */
  public byte[] file(String name) {
    try {
      return Files.readAllBytes(demo.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The DER encoding of a PEM file of the demonstration. */
  public byte[] der(String name) {
    String pem = new String(file(name), UTF_8);
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z0-9 ]+-----", ""));
  }

  public HttpResponse<String> get(String clientId, String path) {
    return send(request(path).header("Authorization", basic(clientId)).GET());
  }

  public HttpResponse<String> post(String clientId, String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Authorization", basic(clientId))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Asks as the centre of Nanning; {@code content} is what stands in ValidateCertificate. */
  public HttpResponse<String> ask(String content) {
    return soap("centre-450100", ENVELOPE.formatted(content));
  }

  /** As {@link #ask(String)}, as another centre. */
  public HttpResponse<String> askAs(String clientId, String content) {
    return soap(clientId, ENVELOPE.formatted(content));
  }

  /** Calls an operation of the trading service; {@code content} is what stands in it. */
  public HttpResponse<String> trading(String clientId, String operation, String content) {
    String envelope =
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            + "<t:%1$s xmlns:t=\"urn:trustregistry:trading:v1\">%2$s</t:%1$s>"
            + "</soap:Body></soap:Envelope>";
    return send(
        request("soap/v1/trading")
            .header("Authorization", basic(clientId))
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(envelope.formatted(operation, content))));
  }

  /** Asks whether a certificate of the demonstration is good for a category and stage. */
  public HttpResponse<String> ask(String certificate, String category, String stage) {
    return ask(question(der(certificate), category, stage));
  }

  public HttpResponse<String> soap(String clientId, String envelope) {
    return soap(clientId, BodyPublishers.ofString(envelope));
  }

  public HttpResponse<String> soap(String clientId, BodyPublisher body) {
    return send(
        request("soap/v1/validation")
            .header("Authorization", basic(clientId))
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(body));
  }

  /** An envelope of SOAP 1.1 with one operation of the validation service in it. */
  public static String envelope(String header, String operation, String content) {
    return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
        + header
        + "<soap:Body><v:%s xmlns:v=\"urn:trustregistry:validation:v1\">%s</v:%s></soap:Body></soap:Envelope>"
            .formatted(operation, content, operation);
  }

  /** Calls an operation as a client of a trading centre. */
  public HttpResponse<String> call(String clientId, String operation, String content) {
    return soap(clientId, envelope("", operation, content));
  }

  /** Calls an operation as the centre of Nanning. */
  public HttpResponse<String> call(String operation, String content) {
    return call("centre-450100", operation, content);
  }

  /** Sends an envelope without HTTP credentials. */
  public HttpResponse<String> anonymous(String envelope) {
    return send(
        request("soap/v1/validation")
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(envelope)));
  }

  public static String question(byte[] der, String category, String stage) {
    return "<v:certificate>%s</v:certificate><v:category>%s</v:category><v:stage>%s</v:stage>"
        .formatted(Base64.getEncoder().encodeToString(der), category, stage);
  }

  /** The text of the first element of this name; empty if there is none. */
  public static String first(HttpResponse<String> answer, String element) {
    List<String> all = all(answer, element);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** The texts of all elements of this name. */
  public static List<String> all(HttpResponse<String> answer, String element) {
    return Pattern.compile("<(?:\\w+:)?" + element + "(?: [^>]*)?>([^<]*)<")
        .matcher(answer.body())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  public String basic(String clientId) {
    return basic(clientId, secret(clientId));
  }

  public static String basic(String clientId, String secret) {
    byte[] pair = (clientId + ":" + secret).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
