package cn.trustregistry.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
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
    security = @SecurityRequirement(name = "client"))
@SecurityScheme(
    securitySchemeName = "client",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "Client id and secret of a CA company, over TLS.")
public class RestApplication extends Application {}
