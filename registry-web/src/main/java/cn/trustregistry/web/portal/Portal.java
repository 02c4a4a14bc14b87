package cn.trustregistry.web.portal;

import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.trust.EvidenceFreshness;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal shows, as of the moment of the request. */
@Named
@RequestScoped
public class Portal {
  /** One issuer's newest CRL in words. */
  public record Evidence(String issuer, String number, String nextUpdate, String state) {}

  @Inject Authorities authorities;
  @Inject TrustState trust;
  @Inject Texts texts;

  private final Instant now = Clock.now();
  private @Nullable List<CaCompany> companies;
  private @Nullable List<Evidence> evidence;

  public List<CaCompany> getCompanies() {
    if (companies == null) {
      companies = authorities.companies();
    }
    return companies;
  }

  public boolean isLoaded() {
    return trust.current().isPresent();
  }

  public List<Evidence> getEvidence() {
    if (evidence == null) {
      evidence =
          trust
              .current()
              .map(s -> EvidenceFreshness.of(s, now).stream().map(this::inWords).toList())
              .orElse(List.of());
    }
    return evidence;
  }

  /** How many issuers' evidence is in this state. */
  public long count(String state) {
    return getEvidence().stream().filter(one -> one.state().equals(state)).count();
  }

  /** The rule book in force, in words; empty if there is none. */
  public String getRuleBook() {
    return trust
        .current()
        .flatMap(snapshot -> snapshot.recognition().newest())
        .map(book -> texts.text("ruleBook", book.version(), texts.time(book.publishedAt())))
        .orElse("");
  }

  public String getTime() {
    return texts.time(now);
  }

  private Evidence inWords(EvidenceFreshness one) {
    RevocationList newest = one.newest();
    return new Evidence(
        one.issuer().certificate().subject().toString(),
        newest == null ? "–" : String.valueOf(newest.number()),
        newest == null ? "–" : texts.time(newest.nextUpdate()),
        one.state().name());
  }
}
