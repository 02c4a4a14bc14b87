package cn.trustregistry.replacement;

import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.replacement.ReplacementRefused.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a replacement costs by the company's own tariff, CNY fen; the certificate costs nothing in
 * the free case.
 */
record ReplacementFee(long certificateFen, long mediumFen, int tariffVersion, String tariffItem) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String FIELD = "tariffItem";

  /**
   * @param item id of the line; null if one only fits holder kind and medium
   * @throws ReplacementRefused if no line can be told
   */
  static ReplacementFee of(
      Optional<Tariff> tariff,
      CertificateAttributes attributes,
      @Nullable String item,
      ReplacementReason reason,
      Instant at) {
    Tariff inForce =
        tariff.orElseThrow(
            () ->
                new ReplacementRefused(
                    Kind.TARIFF_ITEM_UNCLEAR, FIELD, "You have published no prices yet."));
    List<TariffItem> fitting =
        inForce.items().stream()
            .filter(
                i ->
                    i.holderKind() == attributes.holderKind()
                        && i.medium() == attributes.medium()
                        && (item == null || item.equals(i.id())))
            .toList();
    if (fitting.size() != 1) {
      throw new ReplacementRefused(
          Kind.TARIFF_ITEM_UNCLEAR,
          FIELD,
          fitting.size()
              + " lines of your tariff version "
              + inForce.version()
              + " fit "
              + attributes.holderKind()
              + " and "
              + attributes.medium()
              + "; name one.");
    }
    TariffItem line = fitting.get(0);
    LocalDate free = line.freeUntil();
    boolean waived = free != null && !LocalDate.ofInstant(at, ZONE).isAfter(free);
    return new ReplacementFee(
        reason.isFree() || waived ? 0 : line.certificateFen(),
        waived ? 0 : line.mediumFen(),
        inForce.version(),
        line.id());
  }
}
