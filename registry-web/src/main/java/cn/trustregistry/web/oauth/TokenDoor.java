package cn.trustregistry.web.oauth;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.token.AccessTokens;
import cn.trustregistry.token.ClientAssertions;
import cn.trustregistry.token.TokenRefused;
import cn.trustregistry.token.TokenRefused.Reason;
import cn.trustregistry.web.access.BasicCredentials;
import cn.trustregistry.web.access.Callers;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.access.Transport;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code POST /oauth2/token}: client credentials for an access token (RFC 6749 4.4). */
@WebServlet(name = "token", urlPatterns = "/oauth2/token")
public class TokenDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** In octets. */
  private static final int LIMIT = 16 * 1024;

  @Inject transient Credentials credentials;
  @Inject transient ClientAssertions assertions;
  @Inject transient AccessTokens tokens;
  @Inject transient Callers callers;
  @Inject transient Transport transport;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant at = Clock.now();
    if (request.getContentLengthLong() > LIMIT) {
      answer(response, 413, error("invalid_request", "The request is too large."));
    } else if (!isForm(request)) {
      answer(response, 400, error("invalid_request", "Send application/x-www-form-urlencoded."));
    } else if (!"client_credentials".equals(request.getParameter("grant_type"))) {
      answer(response, 400, error("unsupported_grant_type", "Only client_credentials."));
    } else {
      issue(request, response, at);
    }
  }

  private void issue(HttpServletRequest request, HttpServletResponse response, Instant at)
      throws IOException {
    try {
      if (!transport.mayCarryCredentials(request)) {
        answer(response, 403, error("invalid_request", "Credentials belong into TLS: use https."));
        return;
      }
      Caller client = client(request, at);
      if (client == null) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"trust registry\"");
        answer(response, 401, error("invalid_client", "The client is not known or not proved."));
        return;
      }
      AccessTokens.Issued issued = tokens.issue(client, request.getParameter("scope"), at);
      answer(
          response,
          200,
          Json.createObjectBuilder()
              .add("access_token", issued.token())
              .add("token_type", "Bearer")
              .add("expires_in", issued.lifeSeconds())
              .add("scope", issued.scope())
              .build());
    } catch (TokenRefused refused) {
      boolean scope = refused.reason() == Reason.SCOPE;
      answer(
          response,
          scope ? 400 : 401,
          error(scope ? "invalid_scope" : "invalid_client", String.valueOf(refused.getMessage())));
    }
  }

  /** Exactly one way to prove itself may be used (RFC 6749 2.3). */
  private @Nullable Caller client(HttpServletRequest request, Instant at) throws TokenRefused {
    String assertion = request.getParameter("client_assertion");
    String authorization = request.getHeader("Authorization");
    String id = request.getParameter("client_id");
    String secret = request.getParameter("client_secret");
    if (assertion != null) {
      boolean alone = authorization == null && secret == null;
      return alone && ClientAssertions.TYPE.equals(request.getParameter("client_assertion_type"))
          ? assertions.authenticate(assertion, at)
          : null;
    }
    if (authorization != null) {
      return secret == null
          ? BasicCredentials.of(authorization)
              .map(basic -> bySecret(basic.user(), basic.password(), at))
              .orElse(null)
          : null;
    }
    if (id != null && secret != null) {
      return bySecret(id, secret, at);
    }
    return callers.byCertificate(request, at).filter(TokenDoor::mayHaveTokens).orElse(null);
  }

  private @Nullable Caller bySecret(String id, String secret, Instant at) {
    return credentials.authenticate(id, secret, at).filter(TokenDoor::mayHaveTokens).orElse(null);
  }

  /** Administrators are persons and log in. */
  private static boolean mayHaveTokens(Caller caller) {
    return !(caller instanceof Administrator);
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  private static JsonObject error(String code, String description) {
    return Json.createObjectBuilder()
        .add("error", code)
        .add("error_description", description)
        .build();
  }

  private static void answer(HttpServletResponse response, int status, JsonObject json)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(json.toString());
  }
}
