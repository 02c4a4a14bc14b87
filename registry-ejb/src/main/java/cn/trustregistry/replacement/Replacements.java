package cn.trustregistry.replacement;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.replacement.Replacement.Replaced;
import cn.trustregistry.replacement.ReplacementJudgement.Exchange;
import cn.trustregistry.replacement.ReplacementRefused.Kind;
import cn.trustregistry.trust.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records that certificates took the place of others, and shows it to both sides. */
@ApplicationScoped
public class Replacements {
  @Inject ReplacementLedger ledger;
  @Inject Publications publications;
  @Inject Tariffs tariffs;

  /**
   * Records a replacement; verdicts name it when this returns.
   *
   * @throws ReplacementRefused saying why not; the refusal is audited, and nothing else is stored
   */
  public Replacement record(CaClient client, ReplacementRequest request, Instant at) {
    require(client, Scope.PUBLISH);
    try {
      checkForm(request);
      return ledger.add(client, () -> decide(client, request, at), at);
    } catch (ReplacementRefused refused) {
      ledger.auditRefusal(client, refused, subject(request), at);
      throw refused;
    }
  }

  /** The proof for one of the two sides. */
  public Optional<Replacement> find(CaClient client, String id) {
    require(client, Scope.READ);
    return ledger.find(client.tenant(), id);
  }

  /** Entries of which the client's company is one of the two sides, after a cursor. */
  public List<Replacement> after(CaClient client, long seq, int most) {
    require(client, Scope.READ);
    return ledger.after(client.tenant(), seq, most);
  }

  /** Entries in which the certificate is the old or the new one; both sides may see them. */
  public List<Replacement> of(String sha256) {
    return ledger.of(sha256);
  }

  /** Everything ever recorded, as verdicts need it. */
  public List<Succession> successions() {
    return ledger.all();
  }

  private static void checkForm(ReplacementRequest request) {
    int count = request.certificates().size();
    if (count < 1 || count > 2) {
      throw new ReplacementRefused(
          Kind.MALFORMED_REPLACEMENT, "certificates", "One certificate or a pair is replaced.");
    }
    Set<String> seen = new HashSet<>();
    for (ReplacementRequest.Exchange each : request.certificates()) {
      if (!seen.add(each.oldCertificate()) || !seen.add(each.newCertificate())) {
        throw new ReplacementRefused(
            Kind.MALFORMED_REPLACEMENT, "certificates", "A certificate is there twice.");
      }
    }
  }

  private Replacement decide(CaClient client, ReplacementRequest request, Instant at) {
    List<Exchange> exchanges = exchanges(client, request, at);
    new ReplacementJudgement(request.reason()).judge(exchanges);
    PublishedCertificate old = exchanges.get(0).old();
    PublishedCertificate next = exchanges.get(0).next();
    ReplacementFee fee =
        ReplacementFee.of(
            tariffs.inForce(client.tenant(), at),
            next.attributes(),
            request.tariffItem(),
            request.reason(),
            at);
    return new Replacement(
        "",
        0,
        client.tenant(),
        old.tenant(),
        String.valueOf(old.uscc()),
        old.attributes().holderKind(),
        request.reason(),
        fee.certificateFen(),
        fee.mediumFen(),
        fee.tariffVersion(),
        fee.tariffItem(),
        exchanges.stream()
            .map(Replacements::replaced)
            .sorted(Comparator.comparing(each -> each.role().name()))
            .toList(),
        at,
        client.clientId());
  }

  private List<Exchange> exchanges(CaClient client, ReplacementRequest request, Instant at) {
    List<Exchange> exchanges = new ArrayList<>();
    for (ReplacementRequest.Exchange each : request.certificates()) {
      String field = "certificates[" + exchanges.size() + "]";
      PublishedCertificate old = published(each.oldCertificate(), null, field + ".old");
      PublishedCertificate next = published(each.newCertificate(), client.tenant(), field + ".new");
      exchanges.add(
          new Exchange(
              field,
              old,
              publications.state(old, at),
              next,
              publications.state(next, at),
              each.key()));
    }
    return exchanges;
  }

  /**
   * @param tenant whose it must be; null for anybody's
   */
  private PublishedCertificate published(String sha256, @Nullable String tenant, String field) {
    return publications.published(List.of(sha256)).stream()
        .filter(found -> tenant == null || found.tenant().equals(tenant))
        .findFirst()
        .orElseThrow(
            () ->
                new ReplacementRefused(
                    Kind.UNKNOWN_CERTIFICATE,
                    field,
                    tenant == null
                        ? "No company has published this certificate."
                        : "You have published no such certificate."));
  }

  private static Replaced replaced(Exchange exchange) {
    return new Replaced(
        exchange.old().role(),
        exchange.old().sha256(),
        exchange.next().sha256(),
        exchange.key(),
        exchange.old().notAfter(),
        exchange.next().notAfter());
  }

  private static String subject(ReplacementRequest request) {
    String subject =
        request.certificates().isEmpty() ? "none" : request.certificates().get(0).oldCertificate();
    return subject.length() > 64 ? subject.substring(0, 64) : subject;
  }

  private static void require(CaClient client, Scope scope) {
    if (!client.may(scope)) {
      throw new ReplacementRefused(
          Kind.NOT_PERMITTED, null, "This client lacks the scope " + scope + ".");
    }
  }
}
