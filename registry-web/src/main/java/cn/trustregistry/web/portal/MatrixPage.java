package cn.trustregistry.web.portal;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.recognition.RecognitionMatrix;
import cn.trustregistry.recognition.RecognitionMatrix.Cell;
import cn.trustregistry.recognition.RecognitionMatrix.Extent;
import cn.trustregistry.recognition.RecognitionMatrix.Use;
import cn.trustregistry.recognition.RecognitionMatrix.View;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose certificates are recognised where and for what, on a day; the choice is the address. */
@Named("matrix")
@RequestScoped
public class MatrixPage {
  @Inject Centres centres;
  @Inject TrustState trust;
  @Inject Query query;
  @Inject Texts texts;

  private List<TradingCentre> all;
  private View view;
  private @Nullable TrustSnapshot snapshot;
  private @Nullable RuleBook book;
  private @Nullable RecognitionMatrix matrix;

  @PostConstruct
  void load() {
    all = centres.all();
    String centre =
        query
            .text("centre")
            .filter(code -> all.stream().anyMatch(c -> c.code().equals(code)))
            .orElseGet(() -> all.isEmpty() ? "" : all.get(0).code());
    view = new View(centre, query.oneOf("profile", Profile.class, Profile.STANDARD), moment());
    snapshot = trust.current().orElse(null);
    if (snapshot != null) {
      book = snapshot.recognition().newest().orElse(null);
      if (book != null) {
        matrix = RecognitionMatrix.of(book, snapshot.recognition().categories(), codes(), view);
      }
    }
  }

  /** Noon of the day chosen: rules begin and end at midnight. */
  private Instant moment() {
    Instant now = Clock.now();
    return query.text("day").flatMap(MatrixPage::day).orElse(now);
  }

  private static Optional<Instant> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text).atTime(12, 0).atZone(Texts.SHANGHAI).toInstant());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private Set<String> codes() {
    return getCompanies().stream().map(CaCompany::code).collect(Collectors.toSet());
  }

  public List<TradingCentre> getCentres() {
    return all;
  }

  public String getCentre() {
    return view.centre();
  }

  public Profile getProfile() {
    return view.profile();
  }

  public Profile[] getProfiles() {
    return Profile.values();
  }

  public String getDay() {
    return LocalDate.ofInstant(view.at(), Texts.SHANGHAI).toString();
  }

  public Stage[] getStages() {
    return Stage.values();
  }

  public List<CaCompany> getCompanies() {
    return snapshot == null ? List.of() : snapshot.companies();
  }

  public boolean isLoaded() {
    return matrix != null;
  }

  public String getRuleBook() {
    return book == null
        ? ""
        : texts.text("ruleBook", book.version(), texts.time(book.publishedAt()));
  }

  public List<RecognitionMatrix.Row> getRows() {
    return matrix == null ? List.of() : matrix.rows();
  }

  /** The marks of a cell: one where all companies agree, else one for each. */
  public List<Extent> marks(Cell cell) {
    List<Extent> each =
        getCompanies().stream()
            .sorted(Comparator.comparing(CaCompany::code))
            .map(company -> cell.extents().getOrDefault(company.code(), Extent.NONE))
            .toList();
    return new HashSet<>(each).size() == 1 ? each.subList(0, 1) : each;
  }

  /** A sign that can be told apart without its colour. */
  public String sign(Extent extent) {
    return switch (extent) {
      case FULL -> "●";
      case PARTIAL -> "◐";
      case DEPENDS -> "?";
      case NONE -> "✕";
    };
  }

  /** Whether a cell was chosen, so that its reasons are shown. */
  public boolean isChosen() {
    return category().isPresent() && stage().isPresent() && book != null;
  }

  public String getChosenName() {
    return category().map(c -> texts.pick(c.nameZh(), c.nameEn())).orElse("")
        + " · "
        + stage().map(s -> texts.text(s.name())).orElse("");
  }

  /** Every use of a company's certificates in the chosen cell. */
  public List<Use> uses(CaCompany company) {
    if (snapshot == null || book == null || category().isEmpty() || stage().isEmpty()) {
      return List.of();
    }
    return RecognitionMatrix.uses(
        book,
        snapshot.recognition().categories(),
        company.code(),
        category().get().ref(),
        stage().get(),
        view);
  }

  /** The words of the rule that decided. */
  public String why(RecognitionDecision decision) {
    return decision
        .rule()
        .map(rule -> texts.pick(rule.noteZh(), rule.noteEn()) + " (" + rule.id() + ")")
        .orElseGet(() -> texts.text("noRule"));
  }

  private Optional<Category> category() {
    return query
        .text("category")
        .filter(text -> text.split(":", -1).length == 3)
        .map(CategoryRef::parse)
        .flatMap(
            ref ->
                snapshot == null
                    ? Optional.empty()
                    : snapshot.recognition().categories().find(ref));
  }

  private Optional<Stage> stage() {
    return query
        .text("stage")
        .flatMap(
            text ->
                List.of(Stage.values()).stream().filter(s -> s.name().equals(text)).findFirst());
  }
}
