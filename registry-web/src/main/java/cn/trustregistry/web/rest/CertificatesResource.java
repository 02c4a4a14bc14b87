package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Publishes end-entity certificates and reads them back. */
@Path("certificates")
@CaCompanyOnly
public class CertificatesResource {
  private static final int LIMIT = 128 * 1024;
  private static final String DER = "application/pkix-cert";

  @Inject Publications publications;
  @Inject CurrentClient current;

  @POST
  @Consumes({
    DER,
    "application/x-pem-file",
    "application/pem-certificate-chain",
    "application/x-x509-user-cert",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "publishCertificate",
      summary = "Publish an end-entity certificate, DER or PEM",
      description =
          "Publishing the same certificate with the same attributes again answers the same.")
  public Response publish(
      @QueryParam("holderKind") @Nullable String holderKind,
      @QueryParam("medium") @Nullable String medium,
      @QueryParam("profile") @DefaultValue("STANDARD") String profile,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    CertificateAttributes attributes =
        new CertificateAttributes(
            Parameters.oneOf(HolderKind.class, "holderKind", holderKind),
            Parameters.oneOf(Medium.class, "medium", medium),
            Parameters.oneOf(Profile.class, "profile", profile));
    PublishedCertificate published =
        publications.publishCertificate(
            current.get(), BodyLimit.read(body, LIMIT), attributes, Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(published.sha256()).build())
        .entity(CertificateView.of(published))
        .build();
  }

  @GET
  @Path("{sha256}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readCertificate", summary = "Read one of your certificates")
  public CertificateView read(@PathParam("sha256") String sha256) {
    return CertificateView.of(find(sha256));
  }

  @GET
  @Path("{sha256}")
  @Produces(DER)
  @Operation(operationId = "readCertificateDer", summary = "Read one of your certificates, DER")
  public byte[] readDer(@PathParam("sha256") String sha256) {
    return find(sha256).der();
  }

  private PublishedCertificate find(String sha256) {
    return publications
        .certificate(current.get(), sha256)
        .orElseThrow(() -> Problem.notFound("certificate").exception());
  }
}
