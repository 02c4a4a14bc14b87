package cn.trustregistry.web.tenant;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Proof;
import cn.trustregistry.access.Proofs;
import cn.trustregistry.token.ClientAssertions;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CentresToo;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The client that asks, and what it proves itself with. */
@Path("client")
@CaCompanyOnly
@CentresToo
public class ClientResource {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  @Inject Proofs proofs;
  @Inject CurrentClient current;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readClient", summary = "Who am I, and what do I prove myself with?")
  public ClientView read() {
    Caller client = current.caller();
    Instant at = Clock.now();
    return new ClientView(
        client.clientId(),
        client instanceof CaClient ? client.owner() : null,
        client instanceof CentreClient ? client.owner() : null,
        client instanceof CaClient company
            ? company.scopes().stream().map(Enum::name).sorted().toList()
            : List.of("VALIDATE"),
        proofs.of(client.clientId()).stream().map(p -> ProofView.of(p, null, at)).toList());
  }

  @POST
  @Path("proofs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = ProofView.class, responseCode = "201")
  @Operation(
      operationId = "addProof",
      summary = "Add a secret, a key or a certificate beside the one in use",
      description = "Two of a kind may count at one time. A secret is shown in this answer only.")
  public Response add(@Context UriInfo uri, @Nullable ProofInput input) {
    if (input == null) {
      throw Problem.badRequest("invalid-parameter", "body", "A JSON object is needed.").exception();
    }
    Instant at = Clock.now();
    ProofView added =
        add(
            input,
            Parameters.oneOf(Proof.Kind.class, "kind", input.kind),
            Parameters.time("expiresAt", input.expiresAt),
            at);
    return Response.created(uri.getAbsolutePathBuilder().path(added.id()).build())
        .entity(added)
        .build();
  }

  private ProofView add(ProofInput input, Proof.Kind kind, @Nullable Instant end, Instant at) {
    String client = current.caller().clientId();
    return switch (kind) {
      case SECRET -> {
        Proofs.NewSecret secret = proofs.addSecret(client, end, at);
        yield ProofView.of(secret.proof(), secret.issued().secret(), at);
      }
      case DIGEST_SECRET -> {
        Proofs.NewSecret secret = proofs.addDigestSecret(client, end, at);
        yield ProofView.of(secret.proof(), secret.issued().secret(), at);
      }
      case PUBLIC_KEY ->
          ProofView.of(proofs.addPublicKey(client, publicKey(input), end, at), null, at);
      case CERTIFICATE ->
          ProofView.of(proofs.addCertificate(client, sha256(input), end, at), null, at);
    };
  }

  @DELETE
  @Path("proofs/{id}")
  @Operation(operationId = "endProof", summary = "End a secret, a key or a certificate at once")
  public Response end(@PathParam("id") String id) {
    proofs.end(current.caller().clientId(), id, Clock.now());
    return Response.noContent().build();
  }

  private static String publicKey(ProofInput input) {
    String jwk = Parameters.required("jwk", input.jwk == null ? null : input.jwk.toString());
    try {
      return ClientAssertions.publicKey(jwk);
    } catch (IllegalArgumentException unfit) {
      throw Problem.badRequest("invalid-parameter", "jwk", String.valueOf(unfit.getMessage()))
          .exception();
    }
  }

  private static String sha256(ProofInput input) {
    String sha256 = Parameters.required("sha256", input.sha256);
    if (!SHA256.matcher(sha256).matches()) {
      throw Problem.badRequest("invalid-parameter", "sha256", "64 hexadecimal digits are needed.")
          .exception();
    }
    return sha256;
  }
}
