package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import cn.trustregistry.approval.Approvals;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.trust.EvidenceFreshness;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.VerdictFigures;
import cn.trustregistry.validation.VerdictFigures.Count;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person of the console sees first: what goes on, and what has to be done. */
@Named
@RequestScoped
public class Overview {
  private static final Duration SOON = Duration.ofDays(180);

  /** How fresh the newest list of an issuer is, in words. */
  public record Freshness(
      String company, String issuer, String sha256, String number, String due, String state) {}

  /** An issuer that ends soon. */
  public record Expiry(String company, String issuer, String sha256, String end, long days) {}

  @Inject Approvals approvals;
  @Inject Centres centres;
  @Inject Desk desk;
  @Inject VerdictFigures figures;
  @Inject TrustState trust;
  @Inject Texts texts;
  @Inject Words words;

  private final Instant now = Clock.now();
  private List<Count> counts = List.of();

  @PostConstruct
  void count() {
    Person person = desk.person();
    String company = person.ownCompany();
    String centre = person.ownCentre();
    counts =
        figures.lastHour(now).stream()
            .filter(c -> company == null || company.equals(c.tenant()))
            .filter(c -> centre == null || centre.equals(c.centre()))
            .toList();
  }

  public Tally getSum() {
    return counts.stream()
        .map(c -> Tally.of("", "", c))
        .reduce(new Tally("", "", 0, 0, 0), Tally::plus);
  }

  public Chart getChart() {
    return Chart.of(counts, now);
  }

  public List<Tally> getReasons() {
    return Tally.by(counts, Count::reason, key -> key).stream().limit(10).toList();
  }

  public List<Tally> getCentres() {
    Map<String, String> names =
        centres.all().stream()
            .collect(
                Collectors.toMap(TradingCentre::code, c -> words.pick(c.nameZh(), c.nameEn())));
    return Tally.by(counts, Count::centre, key -> names.getOrDefault(key, key));
  }

  public List<Tally> getCompanies() {
    return Tally.by(counts, Count::tenant, this::company);
  }

  private String company(String code) {
    return trust
        .current()
        .flatMap(s -> s.company(code))
        .map((CaCompany c) -> words.pick(c.nameZh(), c.nameEn()))
        .orElse(code);
  }

  public boolean isLoaded() {
    return trust.current().isPresent();
  }

  public List<Freshness> getFreshness() {
    return snapshot().map(s -> EvidenceFreshness.of(s, now)).orElse(List.of()).stream()
        .filter(one -> sees(one.issuer()))
        .map(this::inWords)
        .toList();
  }

  private Freshness inWords(EvidenceFreshness one) {
    RevocationList newest = one.newest();
    return new Freshness(
        company(one.issuer().tenant()),
        one.issuer().certificate().subject().toString(),
        one.issuer().sha256(),
        newest == null ? "–" : String.valueOf(newest.number()),
        newest == null ? "–" : texts.time(newest.nextUpdate()),
        one.state().name());
  }

  public List<Expiry> getExpiries() {
    return snapshot().map(TrustSnapshot::issuers).stream()
        .flatMap(Collection::stream)
        .filter(this::sees)
        .filter(issuer -> issuer.usableTo().isBefore(now.plus(SOON)))
        .map(
            issuer ->
                new Expiry(
                    company(issuer.tenant()),
                    issuer.certificate().subject().toString(),
                    issuer.sha256(),
                    texts.time(issuer.usableTo()),
                    Duration.between(now, issuer.usableTo()).toDays()))
        .toList();
  }

  private boolean sees(Issuer issuer) {
    return desk.person().mayForCompany(Permission.SEE, issuer.tenant());
  }

  private Optional<TrustSnapshot> snapshot() {
    return trust.current();
  }

  public int getWaiting() {
    return desk.may("APPROVE") ? approvals.pending().size() : 0;
  }

  public String getNow() {
    return texts.time(now);
  }
}
