package cn.trustregistry.pricing;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tariff; all amounts in CNY fen.
 *
 * @param termMonths how long the certificate lasts, in months
 * @param serviceFen service for each year of the term
 * @param freeUntil last day (Asia/Shanghai) of a promotion that waives the whole line, or null
 */
public record TariffItem(
    String id,
    HolderKind holderKind,
    Medium medium,
    int termMonths,
    long certificateFen,
    long mediumFen,
    long sealFen,
    long serviceFen,
    @Nullable LocalDate freeUntil,
    String noteZh,
    String noteEn) {
  public TariffItem {
    if (termMonths < 1
        || Math.min(Math.min(certificateFen, mediumFen), Math.min(sealFen, serviceFen)) < 0) {
      throw new IllegalArgumentException("a tariff has a term and no negative amounts: " + id);
    }
  }

  /** What a holder pays for the term on {@code day}, in fen; part years of service count whole. */
  public long totalFen(LocalDate day) {
    if (freeUntil != null && !day.isAfter(freeUntil)) {
      return 0;
    }
    long years = (termMonths + 11) / 12;
    return Math.addExact(
        Math.addExact(certificateFen, mediumFen),
        Math.addExact(sealFen, Math.multiplyExact(serviceFen, years)));
  }
}
