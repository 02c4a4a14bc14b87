package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pricing.TariffChange;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffLineTest {
  private static final TariffItem ITEM =
      new TariffItem(
          "unit-12",
          HolderKind.UNIT,
          Medium.USB_KEY,
          12,
          20_000,
          4_050,
          0,
          9_999,
          LocalDate.parse("2026-12-31"),
          "说明",
          "remark",
          1_500L,
          2);

  @Test
  void amounts_are_kept_in_whole_fen() {
    assertThat(Yuan.fen("200")).hasValue(20_000);
    assertThat(Yuan.fen(" 99.5 ")).hasValue(9_950);
    assertThat(Yuan.fen("0.07")).hasValue(7);
    assertThat(Yuan.fen("100000000")).hasValue(Yuan.MOST_FEN);
  }

  @Test
  void what_is_no_amount_is_not_rounded_into_one() {
    for (String text :
        List.of("", "-1", "1.005", "1,000", "1e3", ".5", "5.", "100000000.01", "9999999999", "１")) {
      assertThat(Yuan.fen(text)).as(text).isEmpty();
    }
  }

  @Test
  void line_of_an_item_gives_the_same_item_back() {
    TariffLine line = TariffLine.of(ITEM);
    assertThat(line.faults()).isEmpty();
    assertThat(line.item()).isEqualTo(ITEM);
    assertThat(line.getFields()).containsEntry("mediumFee", "40.50").containsEntry("term", "12");
  }

  @Test
  void each_fault_stands_at_its_field() {
    TariffLine line = TariffLine.of(ITEM);
    line.getFields().put("id", "unit 12");
    line.getFields().put("term", "0");
    line.getFields().put("certificate", "a lot");
    line.getFields().put("monthly", "-5");
    line.getFields().put("freeMonths", "121");
    line.getFields().put("freeUntil", "2026-02-30");
    line.getFields().put("noteZh", "长".repeat(501));
    assertThat(line.faults())
        .containsOnlyKeys(
            "id", "term", "certificate", "monthly", "freeMonths", "freeUntil", "noteZh");
    assertThat(TariffLine.blank().faults()).containsOnlyKeys("id");
  }

  @Test
  void change_names_the_fields_that_differ_and_no_others() {
    TariffLine line = TariffLine.of(ITEM);
    line.getFields().put("certificate", "180");
    line.getFields().put("monthly", "");
    PriceChange change = PriceChange.of(new TariffChange("unit-12", ITEM, line.item()));
    assertThat(change.change()).isEqualTo("CHANGED");
    assertThat(change.fields())
        .containsExactly(
            new PriceChange.Field("certificate", "200", "180"),
            new PriceChange.Field("monthly", "15", ""));
    assertThat(PriceChange.of(new TariffChange("unit-12", ITEM, null)).change()).isEqualTo("ENDED");
    assertThat(PriceChange.of(new TariffChange("unit-12", null, ITEM)).change()).isEqualTo("ADDED");
  }
}
