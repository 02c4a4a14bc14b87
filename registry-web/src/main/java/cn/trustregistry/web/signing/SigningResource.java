package cn.trustregistry.web.signing;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.scan.Signers;
import cn.trustregistry.scan.SigningPayload;
import cn.trustregistry.scan.SigningRefused;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sessions that a company's app has scanned. */
@Path("signing-sessions")
@CaCompanyOnly
public class SigningResource {
  /** Longest base64 text of a signature or certificate. */
  private static final int LONGEST = 100_000;

  /** Renders what the room refuses as a problem. */
  @Provider
  public static class Refusal implements ExceptionMapper<SigningRefused> {
    @Override
    public Response toResponse(SigningRefused refused) {
      int status =
          switch (refused.reason()) {
            case NOT_PERMITTED -> 403;
            case TOKEN_UNKNOWN, SESSION_UNKNOWN, SESSION_OF_ANOTHER_CLAIMER, NOT_CLAIMED -> 404;
            case VERDICT_UNAVAILABLE -> 503;
            case ALREADY_CLAIMED,
                ALREADY_SIGNED,
                SESSION_EXPIRED,
                SESSION_CANCELLED,
                SESSION_DECLINED,
                SESSION_FAILED ->
                409;
            default -> 422;
          };
      return new Problem(
              status,
              Problem.nameOf(refused.reason()),
              "The session stays as it is",
              refused.detail(),
              refused.field())
          .response();
    }
  }

  @Inject Signers signers;
  @Inject CurrentClient current;

  @POST
  @Path("claims")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = SessionView.class, responseCode = "201")
  @Operation(
      operationId = "claimSigningSession",
      summary = "Take a session whose QR code was scanned",
      description =
          "Whoever claims first has it; the code works once. The answer says what the signer must"
              + " be shown and what is to be signed. See docs/scan-to-sign.md.")
  public Response claim(@Context UriInfo uri, @Nullable ClaimInput input) {
    String payload = Parameters.required("payload", input == null ? null : input.payload);
    String token =
        SigningPayload.token(payload)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                            "invalid-parameter",
                            "payload",
                            "Give what the QR code says, or the token behind its number sign.")
                        .exception());
    SessionView view = SessionView.of(signers.claim(current.get(), token, Clock.now()));
    return Response.created(
            uri.getBaseUriBuilder().path("signing-sessions").path(view.id()).build())
        .entity(view)
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getSigningSession",
      summary = "One of the sessions that you have claimed")
  public SessionView read(@PathParam("id") String id) {
    return SessionView.of(signers.read(current.get(), id, Clock.now()));
  }

  @POST
  @Path("{id}/signature")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "returnSignature",
      summary = "Return signature and certificate; the session ends with it if both hold",
      description =
          "The signature is over the octets of the hash: SHA-256 with RSA, SHA-256 with ECDSA"
              + " (P-256) or SM3 with SM2, as the certificate's key is. The certificate must be"
              + " one that you published with the medium MOBILE and gets an ordinary verdict. What"
              + " does not hold is counted; the fifth time ends the session.")
  public SessionView sign(@PathParam("id") String id, @Nullable SignatureInput input) {
    byte[] certificate = octets("certificate", input == null ? null : input.certificate);
    byte[] signature = octets("signature", input == null ? null : input.signature);
    return SessionView.of(
        signers.sign(current.get(), id, parse(certificate), signature, Clock.now()));
  }

  @POST
  @Path("{id}/decline")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "declineSigningSession",
      summary = "The signer does not want to; ends the session")
  public SessionView decline(@PathParam("id") String id) {
    return SessionView.of(signers.decline(current.get(), id, Clock.now()));
  }

  private static byte[] octets(String field, @Nullable String text) {
    String base64 = Parameters.required(field, text);
    try {
      if (base64.length() <= LONGEST) {
        return Base64.getMimeDecoder().decode(base64.replaceAll("-----[A-Z ]+-----", ""));
      }
    } catch (IllegalArgumentException notBase64) {
      // said below
    }
    throw Problem.badRequest("invalid-parameter", field, field + " must be base64.").exception();
  }

  private static Certificate parse(byte[] der) {
    try {
      return Certificate.parse(der);
    } catch (MalformedObjectException e) {
      throw Problem.badRequest(
              "malformed-certificate", "certificate", String.valueOf(e.getMessage()))
          .exception();
    }
  }
}
