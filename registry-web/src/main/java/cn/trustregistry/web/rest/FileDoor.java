package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.pki.CertificateFile;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.publication.CertificateSubmission;
import cn.trustregistry.publication.Draft;
import cn.trustregistry.publication.PublicationOutcome;
import cn.trustregistry.publication.PublicationOutcome.Published;
import cn.trustregistry.publication.PublicationOutcome.Refused;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes the certificates of one file together, all with the same attributes. */
@ApplicationScoped
public class FileDoor {
  /** What the request says beside the file. */
  record Terms(CertificateAttributes attributes, @Nullable String pair, boolean dryRun) {}

  @Inject Publications publications;

  Response publish(CaClient client, byte[] file, Terms terms, UriInfo uri) {
    Instant at = Clock.now();
    List<CertificateSubmission> submissions =
        read(file).stream()
            .map(der -> new CertificateSubmission(der, terms.attributes(), terms.pair()))
            .toList();
    List<Draft> drafts = publications.examine(client, submissions, at);
    List<PublicationOutcome> outcomes =
        terms.dryRun()
            ? publications.dryRun(client, drafts, at)
            : publications.store(client, drafts, at);
    return outcomes.size() == 1
        ? single(client, outcomes.get(0), terms, uri)
        : several(outcomes, terms.dryRun());
  }

  private static List<byte[]> read(byte[] file) {
    try {
      return CertificateFile.read(file);
    } catch (MalformedObjectException e) {
      throw new PublicationRefused(
          Kind.MALFORMED_CERTIFICATE, "certificate", String.valueOf(e.getMessage()));
    }
  }

  private Response single(CaClient client, PublicationOutcome outcome, Terms terms, UriInfo uri) {
    if (outcome instanceof Refused refused) {
      throw refused.why();
    }
    Published published = (Published) outcome;
    if (terms.dryRun()) {
      return json(OutcomeJson.of("position", 1, published, true));
    }
    PublishedCertificate certificate = publications.published(client, published);
    CertificateState state = publications.state(certificate, Clock.now());
    return Response.created(uri.getAbsolutePathBuilder().path(published.sha256()).build())
        .entity(CertificateView.of(certificate, state))
        .build();
  }

  private static Response several(List<PublicationOutcome> outcomes, boolean dryRun) {
    Tally tally = new Tally();
    tally.add(outcomes);
    JsonArrayBuilder results = RefusalJson.JSON.createArrayBuilder();
    for (int i = 0; i < outcomes.size(); i++) {
      results.add(OutcomeJson.of("position", i + 1L, outcomes.get(i), dryRun));
    }
    return json(tally.json(dryRun).add("dryRun", dryRun).add("results", results).build());
  }

  private static Response json(JsonObject json) {
    return Response.ok(json.toString(), MediaType.APPLICATION_JSON).build();
  }
}
