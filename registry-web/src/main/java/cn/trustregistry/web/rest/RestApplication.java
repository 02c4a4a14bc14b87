package cn.trustregistry.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.OAuthScope;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST interface under {@code /api/v1}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Trust registry for certificate cross-recognition",
            version = "1",
            description =
                "What CA companies publish: certificates, CRLs and revocation notices."
                    + " Problems are RFC 9457 objects; their types are listed in docs/problems.md."),
    security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "client")})
@SecurityScheme(
    securitySchemeName = "client",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "Client id and secret of a CA company, over TLS.")
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.OAUTH2,
    description = "Access token by client credentials: secret, or client assertion (RFC 7523).",
    flows =
        @OAuthFlows(
            clientCredentials =
                @OAuthFlow(
                    tokenUrl = "/oauth2/token",
                    scopes = {
                      @OAuthScope(name = "publish", description = "certificates and issuers"),
                      @OAuthScope(name = "revoke", description = "CRLs and revocation notices"),
                      @OAuthScope(name = "prices", description = "tariffs"),
                      @OAuthScope(name = "applications", description = "applications"),
                      @OAuthScope(name = "sign", description = "scan-to-sign sessions"),
                      @OAuthScope(name = "read", description = "what was published")
                    })))
public class RestApplication extends Application {}
