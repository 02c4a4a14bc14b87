package cn.trustregistry.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pricing.FeeComparison.Offer;
import cn.trustregistry.pricing.FeeComparison.Product;
import cn.trustregistry.pricing.FeeComparison.UsualSet;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeeComparisonTest {
  private static final Instant FROM = Instant.parse("2022-12-12T16:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2022-12-31");

  @Test
  void same_product_is_compared_cheapest_first_with_the_medium_fee_in_it() {
    FeeComparison fees =
        FeeComparison.of(
            List.of(
                tariff("gxca", usbKey(HolderKind.UNIT, 18_000, 4_000, null)),
                tariff("huace", usbKey(HolderKind.UNIT, 20_000, 0, null))),
            DAY);
    assertThat(fees.lines()).hasSize(1);
    assertThat(fees.lines().get(0).product())
        .isEqualTo(new Product(HolderKind.UNIT, Medium.USB_KEY, 12));
    assertThat(fees.lines().get(0).offers())
        .extracting(Offer::tenant)
        .containsExactly("huace", "gxca");
    assertThat(fees.lines().get(0).offers())
        .extracting(Offer::totalFen)
        .containsExactly(20_000L, 22_000L);
    assertThat(fees.lines().get(0).offers())
        .extracting(Offer::cheapest)
        .containsExactly(true, false);
  }

  @Test
  void promotion_is_marked_up_to_its_last_day_and_not_after_it() {
    Tariff promoted = tariff("huace", usbKey(HolderKind.UNIT, 20_000, 0, DAY));
    Offer last = FeeComparison.of(List.of(promoted), DAY).lines().get(0).offers().get(0);
    assertThat(last.promotion()).isTrue();
    assertThat(last.totalFen()).isZero();
    Offer after =
        FeeComparison.of(List.of(promoted), DAY.plusDays(1)).lines().get(0).offers().get(0);
    assertThat(after.promotion()).isFalse();
    assertThat(after.totalFen()).isEqualTo(20_000);
  }

  @Test
  void usual_set_is_the_sum_of_its_halves_and_needs_both() {
    FeeComparison fees =
        FeeComparison.of(
            List.of(
                tariff(
                    "gxca",
                    usbKey(HolderKind.UNIT, 18_000, 4_000, null),
                    usbKey(HolderKind.LEGAL_PERSON, 9_000, 4_000, null)),
                tariff("huace", usbKey(HolderKind.UNIT, 20_000, 0, null)),
                tariff(
                    "itrus",
                    usbKey(HolderKind.UNIT, 19_000, 0, null),
                    usbKey(HolderKind.PERSON, 5_000, 0, null))),
            DAY);
    List<UsualSet> sets = fees.usualSets(Medium.USB_KEY, 12);
    assertThat(sets).extracting(UsualSet::tenant).containsExactly("itrus", "gxca");
    assertThat(sets).extracting(UsualSet::totalFen).containsExactly(24_000L, 35_000L);
    assertThat(fees.usualSets(Medium.MOBILE, 12)).isEmpty();
  }

  @Test
  void nothing_in_force_compares_to_nothing() {
    assertThat(FeeComparison.of(List.of(), DAY).lines()).isEmpty();
  }

  private static Tariff tariff(String tenant, TariffItem... items) {
    return new Tariff(tenant, 1, FROM, FROM, List.of(items));
  }

  private static TariffItem usbKey(
      HolderKind kind, long certificateFen, long mediumFen, @Nullable LocalDate freeUntil) {
    return new TariffItem(
        kind.name(), kind, Medium.USB_KEY, 12, certificateFen, mediumFen, 0, 0, freeUntil, "", "");
  }
}
