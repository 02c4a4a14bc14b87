package cn.trustregistry.web.portal;

import static java.util.stream.Collectors.toMap;

import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pricing.FeeComparison;
import cn.trustregistry.pricing.FeeComparison.Line;
import cn.trustregistry.pricing.FeeComparison.Offer;
import cn.trustregistry.pricing.FeeComparison.Product;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares what certificates cost; the choice stands in the address, so that it can be kept. */
@Named("fees")
@RequestScoped
public class FeePage {
  /** What is compared: the usual set, or a single certificate. */
  public enum Choice {
    SET,
    UNIT,
    LEGAL_PERSON,
    PERSON
  }

  private static final int YEAR = 12;

  @Inject Authorities authorities;
  @Inject Tariffs tariffs;
  @Inject Texts texts;
  @Inject Query query;

  private final Instant now = Clock.now();
  private Map<String, CaCompany> companies;
  private FeeComparison comparison;
  private Choice kind;
  private Medium medium;
  private int months;
  private List<FeeOffer> offers;

  @PostConstruct
  void load() {
    companies =
        authorities.companies().stream().collect(toMap(CaCompany::code, Function.identity()));
    comparison =
        FeeComparison.of(tariffs.allInForce(now), LocalDate.ofInstant(now, Texts.SHANGHAI));
    kind = query.oneOf("kind", Choice.class, Choice.SET);
    medium = query.oneOf("medium", Medium.class, Medium.USB_KEY);
    months = query.text("months").flatMap(this::offeredTerm).orElse(YEAR);
    offers = kind == Choice.SET ? sets() : singles(HolderKind.valueOf(kind.name()));
  }

  private java.util.Optional<Integer> offeredTerm(String text) {
    return getTerms().stream().filter(term -> term.toString().equals(text)).findFirst();
  }

  private List<FeeOffer> sets() {
    return FeeOffer.scaled(
        comparison.usualSets(medium, months).stream()
            .flatMap(
                set ->
                    company(set.tenant())
                        .map(c -> FeeOffer.of(c, List.of(set.unit(), set.personal()), texts)))
            .toList());
  }

  private List<FeeOffer> singles(HolderKind holder) {
    Product product = new Product(holder, medium, months);
    return FeeOffer.scaled(
        comparison.lines().stream()
            .filter(line -> line.product().equals(product))
            .flatMap(line -> line.offers().stream())
            .flatMap(
                offer -> company(offer.tenant()).map(c -> FeeOffer.of(c, List.of(offer), texts)))
            .toList());
  }

  private Stream<CaCompany> company(String code) {
    return Stream.ofNullable(companies.get(code));
  }

  public Choice getKind() {
    return kind;
  }

  public Choice[] getKinds() {
    return Choice.values();
  }

  public Medium getMedium() {
    return medium;
  }

  public Medium[] getMedia() {
    return Medium.values();
  }

  public int getMonths() {
    return months;
  }

  /** The terms that anybody offers, longest first. */
  public List<Integer> getTerms() {
    return comparison.lines().stream()
        .map(line -> line.product().termMonths())
        .distinct()
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  public List<FeeOffer> getOffers() {
    return offers;
  }

  public List<CaCompany> getCompanies() {
    return companies.values().stream()
        .sorted(java.util.Comparator.comparing(CaCompany::code))
        .toList();
  }

  /** Everything that is offered, for the table of it all. */
  public List<Line> getLines() {
    return comparison.lines();
  }

  /** One cell of that table. */
  public String amount(Line line, CaCompany company) {
    return line.of(company.code())
        .map(Offer::totalFen)
        .map(texts::amount)
        .orElseGet(() -> texts.text("notOffered"));
  }

  public boolean isCheapest(Line line, CaCompany company) {
    return line.offers().size() > 1 && line.of(company.code()).map(Offer::cheapest).orElse(false);
  }

  public String term(int length) {
    return length == 1 ? texts.text("month") : texts.text("months", length);
  }
}
