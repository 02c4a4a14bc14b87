package cn.trustregistry.it.container;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.envelope;
import static cn.trustregistry.it.DemoClient.first;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.TestServers;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** How a trading system proves who it is at the SOAP door. */
@ArquillianTest
@RunAsClient
class SoapAccessIT {
  private static final String CLIENT = "centre-450300";
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  private static final String DIGEST =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

  private final DemoClient client = DemoClient.ofContainer();

  private static String security(String content) {
    return "<soap:Header><wsse:Security soap:mustUnderstand=\"1\" xmlns:wsse=\"%s\" xmlns:wsu=\"%s\">%s</wsse:Security></soap:Header>"
        .formatted(WSSE, WSU, content);
  }

  private static String token(String user, String password) {
    return "<wsse:UsernameToken wsu:Id=\"u-1\"><wsse:Username>%s</wsse:Username><wsse:Password>%s</wsse:Password></wsse:UsernameToken>"
        .formatted(user, password);
  }

  private static String digest(String user, String secret, String nonce, Instant created) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce.getBytes(UTF_8));
      sha1.update(created.toString().getBytes(UTF_8));
      String value = Base64.getEncoder().encodeToString(sha1.digest(secret.getBytes(UTF_8)));
      return "<wsse:UsernameToken><wsse:Username>%s</wsse:Username><wsse:Password Type=\"%s\">%s</wsse:Password><wsse:Nonce>%s</wsse:Nonce><wsu:Created>%s</wsu:Created></wsse:UsernameToken>"
          .formatted(
              user,
              DIGEST,
              value,
              Base64.getEncoder().encodeToString(nonce.getBytes(UTF_8)),
              created);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> ping(String header) {
    return client.anonymous(envelope(header, "Ping", ""));
  }

  private static void assertFault(HttpResponse<String> answer, String fault, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(answer.body()).contains(fault);
    assertThat(first(answer, "code")).isEqualTo(code);
    assertThat(all(answer, "text")).hasSize(2);
  }

  @Test
  void username_token_with_the_secret_as_text_proves_the_caller() {
    HttpResponse<String> good = ping(security(token(CLIENT, client.secret(CLIENT))));
    assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
    assertThat(first(good, "clientId")).isEqualTo(CLIENT);
    assertFault(ping(security(token(CLIENT, "guess"))), "NotAuthenticated", "NOT_AUTHENTICATED");
    assertFault(
        ping(security(token("gxca-client", client.secret("gxca-client")))),
        "NotAuthenticated",
        "NOT_A_CENTRE");
  }

  @Test
  void digest_needs_a_secret_of_its_own_and_works_once() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    assertFault(
        ping(security(digest(CLIENT, client.secret(CLIENT), "n-0", now))),
        "NotAuthenticated",
        "NOT_AUTHENTICATED");
    HttpResponse<String> added = addProof(CLIENT, "DIGEST_SECRET");
    String secret = json(added, "secret");
    assertThat(secret).as(added.body()).isNotEmpty();
    String once = security(digest(CLIENT, secret, "n-1" + now, now));
    assertThat(ping(once).statusCode()).isEqualTo(200);
    assertFault(ping(once), "NotAuthenticated", "TOKEN_REPLAYED");
    assertFault(
        ping(security(digest(CLIENT, secret, "n-2", now.minusSeconds(301)))),
        "NotAuthenticated",
        "TOKEN_STALE");
    assertFault(
        ping(security(digest(CLIENT, secret, "n-3", now.plusSeconds(120)))),
        "NotAuthenticated",
        "TOKEN_STALE");
    assertThat(ping(security(digest(CLIENT, secret, "n-4" + now, now))).statusCode())
        .isEqualTo(200);
    assertThat(endProof(CLIENT, json(added, "id")).statusCode()).isEqualTo(204);
    assertFault(
        ping(security(digest(CLIENT, secret, "n-5" + now, now))),
        "NotAuthenticated",
        "NOT_AUTHENTICATED");
  }

  @Test
  void token_in_the_wrong_place_twice_or_beside_others_is_refused() {
    String token = token(CLIENT, client.secret(CLIENT));
    String header = security(token);
    String inner = header.replace("<soap:Header>", "").replace("</soap:Header>", "");
    String code = "SECURITY_HEADER_MISPLACED";
    assertFault(
        ping("<soap:Header>" + inner + inner.replace("u-1", "u-2") + "</soap:Header>"),
        "InvalidRequest",
        code);
    assertFault(ping(security(token + token.replace("u-1", "u-2"))), "InvalidRequest", code);
    assertFault(
        ping("<soap:Header><x:Wrapper xmlns:x=\"urn:x\">" + inner + "</x:Wrapper></soap:Header>"),
        "InvalidRequest",
        code);
    assertFault(client.anonymous(envelope("", "Ping", inner)), "InvalidRequest", code);
    assertFault(
        ping(header.replace("soap:mustUnderstand", "soap:actor=\"urn:x\" soap:mustUnderstand")),
        "InvalidRequest",
        code);
    assertFault(ping(header + header.replace("u-1", "u-2")), "InvalidRequest", "NOT_SOAP");
    assertFault(
        ping(security(token + "<wsu:Timestamp wsu:Id=\"u-1\"/>")), "InvalidRequest", "REPEATED_ID");
    assertFault(
        ping(
            security(
                token
                    + "<ds:Signature"
                    + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo/></ds:Signature>")),
        "InvalidRequest",
        "XML_SIGNATURE_REFUSED");
    assertFault(
        ping(security(token + "<wsse:BinarySecurityToken/>")),
        "InvalidRequest",
        "SECURITY_TOKEN_REFUSED");
    assertThat(ping(header).statusCode()).isEqualTo(200);
  }

  @Test
  void caller_proved_twice_is_refused() {
    String header = security(token(CLIENT, client.secret(CLIENT)));
    assertFault(
        client.soap("centre-450100", envelope(header, "Ping", "")),
        "InvalidRequest",
        "TWO_CREDENTIALS");
  }

  @Test
  void access_token_of_a_centre_opens_the_soap_door_and_not_the_companies() {
    HttpResponse<String> issued =
        client.send(
            client
                .request("oauth2/token")
                .header("Authorization", client.basic(CLIENT))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
    String token = json(issued, "access_token");
    HttpResponse<String> good = bearer(token);
    assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
    assertThat(first(good, "clientId")).isEqualTo(CLIENT);
    assertThat(bearer(token + "x").statusCode()).isEqualTo(401);
    HttpResponse<String> rest =
        client.send(
            client.request("api/v1/certificates").header("Authorization", "Bearer " + token).GET());
    assertThat(rest.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> bearer(String token) {
    return client.send(
        client
            .request("soap/v1/validation")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(envelope("", "Ping", ""))));
  }

  @Test
  void access_token_of_a_company_does_not_open_the_soap_door() {
    HttpResponse<String> issued =
        client.send(
            client
                .request("oauth2/token")
                .header("Authorization", client.basic("gxca-client"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    assertFault(bearer(json(issued, "access_token")), "NotAuthenticated", "NOT_A_CENTRE");
  }

  @Test
  void secret_is_replaced_without_a_pause() {
    String owner = "centre-450400";
    String old = json(client.get(owner, "api/v1/client"), "id");
    HttpResponse<String> added = addProof(owner, "SECRET");
    String fresh = json(added, "secret");
    assertThat(ping(security(token(owner, fresh))).statusCode()).isEqualTo(200);
    assertThat(ping(security(token(owner, client.secret(owner)))).statusCode()).isEqualTo(200);
    assertThat(endProof(owner, old).statusCode()).isEqualTo(204);
    assertFault(
        ping(security(token(owner, client.secret(owner)))),
        "NotAuthenticated",
        "NOT_AUTHENTICATED");
    assertThat(ping(security(token(owner, fresh))).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> addProof(String owner, String kind) {
    byte[] body = "{\"kind\": \"%s\"}".formatted(kind).getBytes(UTF_8);
    HttpResponse<String> added =
        client.post(owner, "api/v1/client/proofs", "application/json", body);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return added;
  }

  private HttpResponse<String> endProof(String owner, String id) {
    return client.send(
        client
            .request("api/v1/client/proofs/" + id)
            .header("Authorization", client.basic(owner))
            .DELETE());
  }

  private static String json(HttpResponse<String> answer, String name) {
    return answer.body().replaceAll("(?s).*?\"" + name + "\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void centre_over_its_quota_is_told_when_to_come_back_and_others_are_served() {
    String scanty = "centre-" + TestServers.SCANTY_CENTRE;
    String item = "<v:item>" + DemoClient.question(new byte[] {1}, "0101", "LOGIN") + "</v:item>";
    // other tests may have asked as this centre in the same minute
    client.call(scanty, "ValidateCertificates", item.repeat(30));
    HttpResponse<String> over = client.call(scanty, "Ping", "");
    assertFault(over, "QuotaExceeded", "QUOTA_EXCEEDED");
    int wait = Integer.parseInt(over.headers().firstValue("Retry-After").orElse("0"));
    assertThat(wait).isBetween(1, 60);
    assertThat(first(over, "retryAfterSeconds")).isEqualTo(String.valueOf(wait));
    assertThat(client.call("Ping", "").statusCode()).isEqualTo(200);
  }
}
