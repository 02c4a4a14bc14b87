package cn.trustregistry.web.rest;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import cn.trustregistry.publication.NoticeSubmission;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.publication.Revocations;
import cn.trustregistry.publication.StoredNotice;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.math.BigInteger;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Publishes immediate revocation notices and reads them back. */
@Path("revocations")
@CaCompanyOnly
public class RevocationsResource {
  @Inject Revocations revocations;
  @Inject Publications publications;
  @Inject CurrentClient current;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = NoticeView.class, responseCode = "201")
  @Operation(
      operationId = "publishNotice",
      summary = "Revoke, hold or release a certificate at once",
      description =
          "Names a published certificate by its SHA-256, or any certificate of yours by its"
              + " issuer's SHA-256 and its serial number. In force when the answer arrives.")
  public Response publish(@Context UriInfo uri, NoticeInput input) {
    StoredNotice notice = revocations.publish(current.get(), submission(input), Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(notice.id()).build())
        .entity(NoticeView.of(notice))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readNotice", summary = "Read one of your notices")
  public NoticeView read(@PathParam("id") String id) {
    return revocations
        .notice(current.get(), id)
        .map(NoticeView::of)
        .orElseThrow(() -> Problem.notFound("revocation").exception());
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listNotices",
      summary = "Your notices in order of arrival",
      description = "Page with after = nextCursor of the page before; an empty page is the end.")
  public NoticeView.NoticePage list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
    long seq = Page.after(after);
    List<StoredNotice> page = revocations.after(current.get(), seq, Page.limit(limit));
    return new NoticeView.NoticePage(
        page.stream().map(NoticeView::of).toList(), Page.next(page, StoredNotice::seq, seq));
  }

  private NoticeSubmission submission(NoticeInput input) {
    if (input == null) {
      throw Problem.badRequest("invalid-parameter", "body", "A JSON object is needed.").exception();
    }
    Action action =
        input.action == null
            ? Action.REVOKE
            : Parameters.oneOf(Action.class, "action", input.action);
    RevocationReason reason =
        input.reason == null
            ? usual(action)
            : Parameters.oneOf(RevocationReason.class, "reason", input.reason);
    if (input.certificate != null) {
      PublishedCertificate certificate =
          publications
              .certificate(current.get(), input.certificate)
              .orElseThrow(
                  () ->
                      Problem.badRequest(
                              "unknown-certificate",
                              "certificate",
                              "You have published no certificate " + input.certificate + ".")
                          .exception());
      return new NoticeSubmission(
          certificate.issuerSha256(),
          new BigInteger(certificate.serial(), 16),
          action,
          reason,
          Parameters.time("effectiveAt", input.effectiveAt));
    }
    return new NoticeSubmission(
        Parameters.required("issuer", input.issuer),
        Parameters.serial("serial", input.serial),
        action,
        reason,
        Parameters.time("effectiveAt", input.effectiveAt));
  }

  private static RevocationReason usual(Action action) {
    return switch (action) {
      case REVOKE -> RevocationReason.UNSPECIFIED;
      case HOLD -> RevocationReason.CERTIFICATE_HOLD;
      case RELEASE -> RevocationReason.REMOVE_FROM_CRL;
    };
  }
}
