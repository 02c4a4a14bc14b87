package cn.trustregistry.pricing;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tariff; all amounts in CNY fen.
 *
 * @param termMonths how long the certificate lasts, in months
 * @param serviceFen service for each year of the term
 * @param freeUntil last day (Asia/Shanghai) of a promotion that waives the whole line, or null
 * @param monthlyFen price of each month where the line can be paid by the month, or null
 * @param freeMonths months at the beginning that cost nothing when paid by the month
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
    String noteEn,
    @Nullable Long monthlyFen,
    int freeMonths) {
  public TariffItem {
    if (termMonths < 1
        || freeMonths < 0
        || (monthlyFen != null && monthlyFen < 0)
        || Math.min(Math.min(certificateFen, mediumFen), Math.min(sealFen, serviceFen)) < 0) {
      throw new IllegalArgumentException("a tariff has a term and no negative amounts: " + id);
    }
  }

  /** A line that is paid for the whole term. */
  public TariffItem(
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
    this(
        id,
        holderKind,
        medium,
        termMonths,
        certificateFen,
        mediumFen,
        sealFen,
        serviceFen,
        freeUntil,
        noteZh,
        noteEn,
        null,
        0);
  }

  /** Whether a promotion waives the line on {@code day}. */
  public boolean isPromotedOn(LocalDate day) {
    return freeUntil != null && !day.isAfter(freeUntil);
  }

  /** What a holder pays for the term on {@code day}, in fen; part years of service count whole. */
  public long totalFen(LocalDate day) {
    if (isPromotedOn(day)) {
      return 0;
    }
    long years = (termMonths + 11) / 12;
    return Math.addExact(
        Math.addExact(certificateFen, mediumFen),
        Math.addExact(sealFen, Math.multiplyExact(serviceFen, years)));
  }

  /**
   * What a holder pays who pays by the month from {@code day} on, in fen; empty where that is not
   * offered.
   */
  public OptionalLong monthsFen(int months, LocalDate day) {
    if (monthlyFen == null) {
      return OptionalLong.empty();
    }
    int paid = isPromotedOn(day) ? 0 : Math.max(0, months - freeMonths);
    return OptionalLong.of(Math.multiplyExact(monthlyFen, (long) paid));
  }
}
