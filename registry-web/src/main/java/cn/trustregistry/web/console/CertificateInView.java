package cn.trustregistry.web.console;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.ListingChange;
import cn.trustregistry.pki.revocation.RevocationStatus;
import cn.trustregistry.publication.CertificateArchive;
import cn.trustregistry.publication.CertificatePage.Item;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.receipt.issuing.Receipts;
import cn.trustregistry.replacement.Replacement;
import cn.trustregistry.replacement.Replacements;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.ReasonWords;
import cn.trustregistry.validation.VerdictHistory;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.console.CertificateFacts.Fact;
import cn.trustregistry.web.portal.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One published certificate: its fields, pair, chain, history, verdicts and replacements. People of
 * another company learn no more than that there is none; those of a centre see the verdicts given
 * to their centre only, and no replacements.
 */
@Named("inView")
@RequestScoped
public class CertificateInView {
  private static final int VERDICTS = 50;

  @Inject CertificateArchive archive;
  @Inject VisibleCertificates visible;
  @Inject CertificateFacts certificateFacts;
  @Inject VerdictHistory history;
  @Inject Replacements replacements;
  @Inject Receipts receipts;
  @Inject TrustState trust;
  @Inject Desk desk;
  @Inject Language language;
  @Inject EvidenceWords evidence;
  @Inject Words words;

  private String sha256 = "";
  private @Nullable Item item;
  private @Nullable Item pair;
  private List<StatusEvent> events = List.of();
  private List<List<EvidenceWords.Line>> pieces = List.of();
  private List<VerdictHistory.Given> verdicts = List.of();
  private Set<String> proven = Set.of();
  private List<Replacement> entries = List.of();

  /** Reads everything that the page shows, once. */
  public void load() throws IOException {
    item = visible(sha256).orElse(null);
    if (item == null) {
      Missing.answer(sha256);
      return;
    }
    PublishedCertificate certificate = item.certificate();
    String centre = desk.person().ownCentre();
    pair = certificate.pair() == null ? null : visible(certificate.pair()).orElse(null);
    events = eventsOf(certificate);
    pieces = evidenceOf(certificate);
    verdicts = history.of(certificate.sha256(), centre, VERDICTS);
    proven = receipts.keptAmong(verdicts.stream().map(given -> given.verdict().id()).toList());
    entries = centre == null ? replacements.of(certificate.sha256()) : List.of();
  }

  /** A published certificate that this person may see. */
  private Optional<Item> visible(String fingerprint) {
    return archive
        .find(fingerprint, Clock.now())
        .filter(found -> visible.sees(found.certificate().tenant()));
  }

  public Item getItem() {
    Item shown = item;
    if (shown == null) {
      throw new IllegalStateException("no certificate is shown");
    }
    return shown;
  }

  public List<Fact> getFacts() {
    return certificateFacts.of(parsed());
  }

  private Certificate parsed() {
    try {
      return Certificate.parse(getItem().certificate().der());
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("stored certificate " + sha256 + " no longer parses", e);
    }
  }

  public String getPem() {
    return PemText.of(getItem().certificate().der());
  }

  /** The other half of the pair, if it was published and may be seen. */
  public @Nullable Item getPair() {
    return pair;
  }

  /** The issuers from the one that signed it up to the anchor. */
  public List<Issuer> getChain() {
    List<Issuer> chain = new ArrayList<>();
    Optional<Issuer> next = trust.required().issuer(getItem().certificate().issuerSha256());
    while (next.isPresent() && chain.size() < 10) {
      Issuer issuer = next.get();
      chain.add(issuer);
      Certificate certificate = issuer.certificate();
      next =
          trust.required().issuers(issuer.tenant()).stream()
              .filter(above -> above.certificate().subject().equals(certificate.issuer()))
              .filter(above -> chain.stream().noneMatch(c -> c.sha256().equals(above.sha256())))
              .findFirst();
    }
    return chain;
  }

  private List<StatusEvent> eventsOf(PublishedCertificate certificate) {
    List<ListingChange> changes =
        trust
            .required()
            .issuer(certificate.issuerSha256())
            .map(Issuer::certificate)
            .map(issuer -> trust.required().revocation().changes(parsed(), issuer.publicKey()))
            .orElse(List.of());
    return StatusEvent.of(certificate.publishedAt(), archive.notices(certificate), changes);
  }

  /** All that was said of its status, the oldest first. */
  public List<StatusEvent> getEvents() {
    return events;
  }

  public String inWords(StatusEvent event) {
    RevocationReason reason = event.reason();
    return words.text(
        "status." + event.kind(),
        event.crlNumber() == null ? "–" : event.crlNumber().toString(),
        reason == null ? "–" : words.orElse("value." + reason, reason.name()),
        words.time(event.since()));
  }

  /** The evidence that the state rests on, each piece as a list of facts. */
  public List<List<EvidenceWords.Line>> getEvidence() {
    return pieces;
  }

  private List<List<EvidenceWords.Line>> evidenceOf(PublishedCertificate certificate) {
    RevocationStatus status = archive.revocation(certificate, Clock.now());
    List<Map<String, String>> facts = new ArrayList<>();
    status.evidence().forEach(piece -> facts.add(beside(piece.facts())));
    status.causes().forEach(cause -> facts.add(beside(cause.evidence())));
    return facts.stream()
        .distinct()
        .filter(piece -> facts.stream().noneMatch(other -> saysMore(other, piece)))
        .map(evidence::lines)
        .toList();
  }

  /** Without what the page says of the certificate anyway. */
  private static Map<String, String> beside(Map<String, String> facts) {
    Map<String, String> others = new LinkedHashMap<>(facts);
    others.keySet().removeAll(Set.of("subject", "serial", "certificate"));
    return others;
  }

  private static boolean saysMore(Map<String, String> other, Map<String, String> piece) {
    return other.size() > piece.size() && other.entrySet().containsAll(piece.entrySet());
  }

  public List<VerdictHistory.Given> getVerdicts() {
    return verdicts;
  }

  /** Whether a receipt was signed for this verdict. */
  public boolean hasReceipt(VerdictHistory.Given given) {
    return proven.contains(given.verdict().id());
  }

  public boolean isWithReceipts() {
    return !proven.isEmpty();
  }

  public String told(VerdictHistory.Told reason) {
    return ReasonWords.onScreen(
        language.isChinese(), reason.code(), evidence.inSentence(reason.evidence()));
  }

  public List<Replacement> getReplacements() {
    return entries;
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256 == null ? "" : sha256;
  }
}
