package cn.trustregistry.web.oauth;

import cn.trustregistry.access.Scope;
import cn.trustregistry.token.SigningKeys;
import cn.trustregistry.token.TokenSettings;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** The keys that verify our tokens (RFC 7517), and where tokens are had (RFC 8414). */
@WebServlet(
    name = "well-known",
    urlPatterns = {WellKnownDoor.KEYS, WellKnownDoor.METADATA})
public class WellKnownDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String KEYS = "/.well-known/jwks.json";
  static final String METADATA = "/.well-known/oauth-authorization-server";

  @Inject transient SigningKeys keys;
  @Inject transient TokenSettings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    // shorter than the hour for which a key is published before it signs
    response.setHeader("Cache-Control", "public, max-age=600");
    response
        .getWriter()
        .write(request.getServletPath().equals(KEYS) ? keys.jwks(Clock.now()) : metadata());
  }

  private String metadata() {
    JsonArrayBuilder scopes = Json.createArrayBuilder();
    for (Scope scope : Scope.values()) {
      scopes.add(scope.name().toLowerCase(Locale.ROOT));
    }
    return Json.createObjectBuilder()
        .add("issuer", settings.issuer())
        .add("token_endpoint", settings.tokenEndpoint())
        .add("jwks_uri", settings.issuer() + KEYS)
        .add("scopes_supported", scopes)
        .add("response_types_supported", Json.createArrayBuilder())
        .add("grant_types_supported", Json.createArrayBuilder().add("client_credentials"))
        .add(
            "token_endpoint_auth_methods_supported",
            Json.createArrayBuilder()
                .add("client_secret_basic")
                .add("client_secret_post")
                .add("private_key_jwt")
                .add("self_signed_tls_client_auth"))
        .add(
            "token_endpoint_auth_signing_alg_values_supported",
            Json.createArrayBuilder().add("RS256").add("PS256").add("ES256"))
        .build()
        .toString();
  }
}
