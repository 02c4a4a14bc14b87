package cn.trustregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.RecognitionMatrix.Extent;
import cn.trustregistry.recognition.RecognitionMatrix.Row;
import cn.trustregistry.recognition.RecognitionMatrix.Use;
import cn.trustregistry.recognition.RecognitionMatrix.View;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecognitionMatrixTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final CategoryRef WORKS = CategoryRef.parse("GGZY:1:01");
  private static final CategoryRef BUILDINGS = CategoryRef.parse("GGZY:1:0101");
  private static final CategoryRef DRUGS = CategoryRef.parse("GGZY:1:9002");
  private static final Categories TREE =
      new Categories(
          List.of(
              new Category(DRUGS, null, "药品", "drugs"),
              new Category(BUILDINGS, WORKS, "房屋建筑", "buildings"),
              new Category(WORKS, null, "工程建设", "works")));
  private static final View STANDARD = new View("450100", Profile.STANDARD, NOW);

  @Test
  void rows_are_the_tree_with_parents_before_their_children() {
    RecognitionMatrix matrix = matrix(STANDARD);
    assertThat(matrix.ruleBookVersion()).isEqualTo(7);
    assertThat(matrix.rows())
        .extracting(row -> row.category().ref())
        .containsExactly(WORKS, BUILDINGS, DRUGS);
    assertThat(matrix.rows()).extracting(Row::depth).containsExactly(0, 1, 0);
    assertThat(matrix.rows().get(0).cells()).hasSize(Stage.values().length);
  }

  @Test
  void what_one_medium_may_not_do_is_recognised_in_part() {
    RecognitionRule everything = rule("all", Effect.ALLOW, Set.of(), Set.of(), null);
    RecognitionRule noMobileDrugs =
        rule("no-mobile", Effect.DENY, Set.of(Medium.MOBILE), Set.of(DRUGS), null);
    RecognitionMatrix matrix = matrix(STANDARD, everything, noMobileDrugs);
    assertThat(extent(matrix, 0)).isEqualTo(Extent.FULL);
    assertThat(extent(matrix, 2)).isEqualTo(Extent.PARTIAL);
    List<Use> uses =
        RecognitionMatrix.uses(
            book(everything, noMobileDrugs), TREE, "gxca", DRUGS, Stage.LOGIN, STANDARD);
    assertThat(uses).hasSize(6);
    assertThat(uses)
        .filteredOn(use -> use.medium() == Medium.MOBILE)
        .allSatisfy(use -> assertThat(use.decision().rule()).contains(noMobileDrugs));
  }

  @Test
  void what_depends_on_the_listing_day_is_neither_full_nor_none() {
    RecognitionRule legacy =
        rule("legacy", Effect.ALLOW, Set.of(), Set.of(WORKS), LocalDate.parse("2022-12-31"));
    RecognitionMatrix matrix = matrix(new View("450100", Profile.LEGACY, NOW), legacy);
    assertThat(extent(matrix, 1)).isEqualTo(Extent.DEPENDS);
    assertThat(extent(matrix, 2)).isEqualTo(Extent.NONE);
  }

  private static Extent extent(RecognitionMatrix matrix, int row) {
    return matrix.rows().get(row).cells().get(0).extents().getOrDefault("gxca", Extent.NONE);
  }

  private static RecognitionMatrix matrix(View view, RecognitionRule... rules) {
    return RecognitionMatrix.of(book(rules), TREE, Set.of("gxca"), view);
  }

  private static RuleBook book(RecognitionRule... rules) {
    return new RuleBook(7, NOW, List.of(rules));
  }

  private static RecognitionRule rule(
      String id,
      Effect effect,
      Set<Medium> media,
      Set<CategoryRef> categories,
      @Nullable LocalDate listedTo) {
    return new RecognitionRule(
        id,
        effect,
        Set.of(),
        Set.of(),
        media,
        Set.of(),
        categories,
        Set.of(),
        Set.of(),
        null,
        listedTo,
        null,
        null,
        "",
        "");
  }
}
