package cn.trustregistry.web.portal;

import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.trust.EvidenceFreshness;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the portal shows, as of the moment of the request. */
@Named
@RequestScoped
public class Portal {
  /** One issuer's newest CRL in words. */
  public record Evidence(String issuer, String number, String nextUpdate, String state) {}

  @Inject Authorities authorities;
  @Inject Tariffs tariffs;
  @Inject TrustState trust;
  @Inject Texts texts;

  private final Instant now = Clock.now();
  private @Nullable List<CaCompany> companies;
  private @Nullable List<FeeRow> fees;

  public List<CaCompany> getCompanies() {
    if (companies == null) {
      companies = authorities.companies();
    }
    return companies;
  }

  public List<FeeRow> getFees() {
    if (fees == null) {
      List<Optional<Tariff>> inForce =
          getCompanies().stream().map(company -> tariffs.inForce(company.code(), now)).toList();
      fees = FeeRow.compare(inForce, LocalDate.ofInstant(now, Texts.SHANGHAI), texts);
    }
    return fees;
  }

  public boolean isLoaded() {
    return trust.current().isPresent();
  }

  public List<Evidence> getEvidence() {
    return trust
        .current()
        .map(snapshot -> EvidenceFreshness.of(snapshot, now).stream().map(this::inWords).toList())
        .orElse(List.of());
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
