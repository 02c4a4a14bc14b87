package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.CertificateSearch;
import cn.trustregistry.publication.CertificateState;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Publishes end-entity certificates, finds them and reads them back. */
@Path("certificates")
@CaCompanyOnly
public class CertificatesResource {
  /** Of a file of certificates, in octets. */
  private static final int LIMIT = 8 << 20;

  private static final int MAX_PAGE = 1_000;
  private static final String DER = "application/pkix-cert";

  @Inject Publications publications;
  @Inject FileDoor files;
  @Inject BulkDoor bulk;
  @Inject CurrentClient current;

  @POST
  @Consumes({
    DER,
    "application/x-pem-file",
    "application/pem-certificate-chain",
    "application/x-x509-user-cert",
    "application/pkcs7-mime",
    "application/x-pkcs7-certificates",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "publishCertificate",
      summary = "Publish end-entity certificates: DER, PEM or certs-only PKCS#7, up to 8 MiB",
      description =
          "One certificate is answered with 201 and the certificate, or with the problem. Several"
              + " are answered with 200 and a result for each. Publishing the same certificate"
              + " with the same attributes again answers the same.")
  public Response publish(
      @QueryParam("holderKind") @Nullable String holderKind,
      @QueryParam("medium") @Nullable String medium,
      @QueryParam("profile") @DefaultValue("STANDARD") String profile,
      @QueryParam("pair") @Nullable String pair,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    CertificateAttributes attributes =
        new CertificateAttributes(
            Parameters.oneOf(HolderKind.class, "holderKind", holderKind),
            Parameters.oneOf(Medium.class, "medium", medium),
            Parameters.oneOf(Profile.class, "profile", profile));
    FileDoor.Terms terms =
        new FileDoor.Terms(
            attributes, SubmissionJson.pair(pair), Parameters.truth("dryRun", dryRun));
    return files.publish(current.get(), BodyLimit.read(body, LIMIT), terms, uri);
  }

  @POST
  @Path("bulk")
  @Consumes(BulkDoor.NDJSON)
  @Produces(BulkDoor.NDJSON)
  @Operation(
      operationId = "publishCertificates",
      summary = "Publish any number of end-entity certificates in one streamed request",
      description =
          "Each line of the body is a JSON object with certificate (base64 of the DER, or PEM),"
              + " holderKind, medium and optionally profile and pair. Each line of the answer is"
              + " the result of one line, a progress report after every 500, and a summary at the"
              + " end. What has a result line is durable.")
  public Response publishBulk(
      @QueryParam("dryRun") @DefaultValue("false") String dryRun, InputStream body) {
    return bulk.publish(current.get(), Parameters.truth("dryRun", dryRun), body);
  }

  @GET
  @Gzipped
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "searchCertificates",
      summary = "List or search your certificates in the order of publication",
      description =
          "Pass next as cursor for the next page, or later for what was published since."
              + " A search for a state may answer with short pages while more is true.")
  public Response search(
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("uscc") @Nullable String uscc,
      @QueryParam("serial") @Nullable String serial,
      @QueryParam("sha256") @Nullable String sha256,
      @QueryParam("holderKind") @Nullable String holderKind,
      @QueryParam("medium") @Nullable String medium,
      @QueryParam("validAt") @Nullable String validAt,
      @QueryParam("state") @Nullable String state,
      @QueryParam("cursor") @DefaultValue("0") String cursor,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context Request request) {
    CertificateSearch search =
        new CertificateSearch(
            subject,
            uscc == null ? null : uscc.toUpperCase(Locale.ROOT),
            serial == null ? null : Parameters.serial("serial", serial).toString(16),
            sha256 == null ? null : sha256.toLowerCase(Locale.ROOT),
            Parameters.oneOfOrNone(HolderKind.class, "holderKind", holderKind),
            Parameters.oneOfOrNone(Medium.class, "medium", medium),
            Parameters.time("validAt", validAt),
            Parameters.oneOfOrNone(CertificateState.class, "state", state));
    return Tagged.json(
        request,
        CertificateListView.of(
            publications.search(
                current.get(),
                search,
                Parameters.number("cursor", cursor, 0, Long.MAX_VALUE),
                (int) Parameters.number("limit", limit, 1, MAX_PAGE),
                Clock.now())));
  }

  @GET
  @Gzipped
  @Path("{sha256}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readCertificate", summary = "Read one of your certificates")
  public Response read(@PathParam("sha256") String sha256, @Context Request request) {
    PublishedCertificate certificate = find(sha256);
    CertificateState state = publications.state(certificate, Clock.now());
    return Tagged.json(request, CertificateView.of(certificate, state));
  }

  @GET
  @Path("{sha256}")
  @Produces(DER)
  @Operation(operationId = "readCertificateDer", summary = "Read one of your certificates, DER")
  public Response readDer(@PathParam("sha256") String sha256, @Context Request request) {
    return Tagged.answer(request, find(sha256).der(), DER);
  }

  private PublishedCertificate find(String sha256) {
    CaClient client = current.get();
    return publications
        .certificate(client, sha256)
        .orElseThrow(() -> Problem.notFound("certificate").exception());
  }
}
