package cn.trustregistry.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private static TariffItem mobile(String id, long monthlyFen, int freeMonths) {
    return new TariffItem(
        id, HolderKind.PERSON, Medium.MOBILE, 12, 0, 0, 0, 0, null, "", "", monthlyFen, freeMonths);
  }

  @Test
  void first_months_that_are_free_are_not_paid() {
    assertThat(mobile("m", 800, 2).monthsFen(12, DAY)).hasValue(8_000);
    assertThat(mobile("m", 800, 2).monthsFen(1, DAY)).hasValue(0);
  }

  @Test
  void line_without_a_monthly_price_cannot_be_paid_by_the_month() {
    TariffItem item =
        new TariffItem("u", HolderKind.UNIT, Medium.USB_KEY, 12, 1, 2, 3, 4, null, "", "");
    assertThat(item.monthsFen(3, DAY)).isEmpty();
    assertThat(item.totalFen(DAY)).isEqualTo(10);
  }

  @Test
  void preview_names_what_is_added_changed_and_ended_and_nothing_else() {
    List<TariffChange> changes =
        TariffChange.between(
            List.of(mobile("a", 1, 0), mobile("b", 1, 0), mobile("c", 1, 0)),
            List.of(mobile("a", 1, 0), mobile("b", 2, 0), mobile("d", 1, 0)));
    assertThat(changes).extracting(TariffChange::item).containsExactly("b", "c", "d");
    assertThat(changes.get(0).before()).isNotNull();
    assertThat(changes.get(1).after()).isNull();
    assertThat(changes.get(2).before()).isNull();
  }

  @Test
  void offer_that_is_empty_double_or_late_is_refused() {
    assertThat(kindOf(new TariffOffer(AT, List.of()))).isEqualTo(TariffRefused.Kind.TARIFF_EMPTY);
    assertThat(kindOf(new TariffOffer(AT, List.of(mobile("a", 1, 0), mobile("a", 2, 0)))))
        .isEqualTo(TariffRefused.Kind.TARIFF_ITEM_TWICE);
    assertThat(kindOf(new TariffOffer(AT.minusSeconds(301), List.of(mobile("a", 1, 0)))))
        .isEqualTo(TariffRefused.Kind.TARIFF_IN_THE_PAST);
    new TariffOffer(AT, List.of(mobile("a", 1, 0))).judge(AT);
  }

  @Test
  void negative_amounts_and_terms_cannot_be_written_down() {
    assertThatThrownBy(() -> mobile("a", -1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mobile("a", 1, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TariffRefused.Kind kindOf(TariffOffer offer) {
    try {
      offer.judge(AT);
    } catch (TariffRefused refused) {
      return refused.kind();
    }
    throw new AssertionError("it was not refused");
  }
}
