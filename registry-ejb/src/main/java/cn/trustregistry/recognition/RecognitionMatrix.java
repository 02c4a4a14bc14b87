package cn.trustregistry.recognition;

import cn.trustregistry.recognition.Categories.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one rule book recognises at one centre and moment: company × category × stage, at a glance.
 *
 * @param rows the category tree, each node before what lies below it
 */
public record RecognitionMatrix(long ruleBookVersion, List<Row> rows) {
  /** How much of the possible uses of a company's certificates is recognised. */
  public enum Extent {
    /** Both media. */
    FULL,
    /** One medium only. */
    PARTIAL,
    /** It depends on a fact of the single question, such as the day the project was listed. */
    DEPENDS,
    NONE
  }

  /**
   * One use and what the rules say of it.
   *
   * @param decision with the rule that decided
   */
  public record Use(HolderKind holderKind, Medium medium, RecognitionDecision decision) {}

  /** One stage of one category: for each company, by code, what is recognised. */
  public record Cell(Stage stage, Map<String, Extent> extents) {
    public Cell {
      extents = Map.copyOf(extents);
    }
  }

  /**
   * @param depth 0 at the top of the tree
   * @param cells in the order of {@link Stage}
   */
  public record Row(Category category, int depth, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What is asked about.
   *
   * @param centre GB/T 2260 code of the asking centre
   * @param profile standard certificates, or those of the old systems
   * @param at the moment
   */
  public record View(String centre, Profile profile, Instant at) {}

  public RecognitionMatrix {
    rows = List.copyOf(rows);
  }

  /**
   * @param companies codes of the CA companies
   */
  public static RecognitionMatrix of(
      RuleBook book, Categories categories, Set<String> companies, View view) {
    List<Row> rows =
        categories.inTreeOrder().stream()
            .map(category -> row(book, categories, companies, view, category))
            .toList();
    return new RecognitionMatrix(book.version(), rows);
  }

  /** Every use of one company's certificates in one cell, and why it is recognised or not. */
  public static List<Use> uses(
      RuleBook book,
      Categories categories,
      String company,
      CategoryRef category,
      Stage stage,
      View view) {
    List<Use> uses = new ArrayList<>();
    for (HolderKind kind : HolderKind.values()) {
      for (Medium medium : Medium.values()) {
        RecognitionFacts facts =
            new RecognitionFacts(
                company,
                kind,
                medium,
                view.profile(),
                category,
                stage,
                view.centre(),
                null,
                view.at());
        uses.add(new Use(kind, medium, book.decide(facts, categories)));
      }
    }
    return uses;
  }

  static Extent extent(List<Use> uses) {
    long media =
        uses.stream()
            .filter(use -> use.decision() instanceof RecognitionDecision.Recognised)
            .map(Use::medium)
            .distinct()
            .count();
    if (media == Medium.values().length) {
      return Extent.FULL;
    }
    if (media > 0) {
      return Extent.PARTIAL;
    }
    boolean open =
        uses.stream().anyMatch(use -> use.decision() instanceof RecognitionDecision.Undecided);
    return open ? Extent.DEPENDS : Extent.NONE;
  }

  private static Row row(
      RuleBook book, Categories categories, Set<String> companies, View view, Category category) {
    List<Cell> cells = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Map<String, Extent> extents = new HashMap<>();
      for (String company : companies) {
        extents.put(company, extent(uses(book, categories, company, category.ref(), stage, view)));
      }
      cells.add(new Cell(stage, extents));
    }
    return new Row(category, categories.depth(category), cells);
  }
}
