package cn.trustregistry.web.tenant;

import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.web.rest.Parameters;
import cn.trustregistry.web.rest.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a tariff in JSON, both ways; all amounts are whole CNY fen (100 fen = 1 yuan). */
public class TariffItemJson {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final long MOST = 100_000_000_00L;

  @Schema(description = "your name for the line, the same over all versions")
  public @Nullable String id;

  @Schema(description = "UNIT, LEGAL_PERSON or PERSON")
  public @Nullable String holderKind;

  @Schema(description = "USB_KEY or MOBILE")
  public @Nullable String medium;

  @Schema(description = "how long the certificate lasts, in months")
  public @Nullable Integer termMonths;

  @Schema(description = "the certificate itself")
  public @Nullable Long certificateFen;

  @Schema(description = "the medium")
  public @Nullable Long mediumFen;

  @Schema(description = "the seal")
  public @Nullable Long sealFen;

  @Schema(description = "service for each year of the term")
  public @Nullable Long serviceFen;

  @Schema(description = "price of each month, where it can be paid by the month")
  public @Nullable Long monthlyFen;

  @Schema(description = "months at the beginning that cost nothing when paid by the month")
  public @Nullable Integer freeMonths;

  @Schema(description = "last day (Asia/Shanghai) of a promotion that waives the whole line")
  public @Nullable String freeUntil;

  @Schema(description = "remark in Chinese")
  public @Nullable String noteZh;

  @Schema(description = "remark in English")
  public @Nullable String noteEn;

  static TariffItemJson of(TariffItem item) {
    TariffItemJson json = new TariffItemJson();
    json.id = item.id();
    json.holderKind = item.holderKind().name();
    json.medium = item.medium().name();
    json.termMonths = item.termMonths();
    json.certificateFen = item.certificateFen();
    json.mediumFen = item.mediumFen();
    json.sealFen = item.sealFen();
    json.serviceFen = item.serviceFen();
    json.monthlyFen = item.monthlyFen();
    json.freeMonths = item.freeMonths();
    json.freeUntil = item.freeUntil() == null ? null : item.freeUntil().toString();
    json.noteZh = item.noteZh();
    json.noteEn = item.noteEn();
    return json;
  }

  /**
   * @param at the line's place in the request, for problems
   */
  TariffItem item(String at) {
    String name = Parameters.required(at + ".id", id);
    if (!ID.matcher(name).matches()) {
      throw wrong(at + ".id", "1 to 64 letters, digits, dots, hyphens and underscores");
    }
    return new TariffItem(
        name,
        Parameters.oneOf(HolderKind.class, at + ".holderKind", holderKind),
        Parameters.oneOf(Medium.class, at + ".medium", medium),
        (int) amount(at + ".termMonths", termMonths == null ? null : (long) termMonths, 1, 120),
        amount(at + ".certificateFen", certificateFen, 0, MOST),
        amount(at + ".mediumFen", mediumFen, 0, MOST),
        amount(at + ".sealFen", sealFen, 0, MOST),
        amount(at + ".serviceFen", serviceFen, 0, MOST),
        day(at + ".freeUntil", freeUntil),
        note(at + ".noteZh", noteZh),
        note(at + ".noteEn", noteEn),
        monthlyFen == null ? null : amount(at + ".monthlyFen", monthlyFen, 0, MOST),
        (int) amount(at + ".freeMonths", freeMonths == null ? 0L : (long) freeMonths, 0, 120));
  }

  private static long amount(String field, @Nullable Long value, long least, long most) {
    if (value == null || value < least || value > most) {
      throw wrong(field, "a whole number from " + least + " to " + most);
    }
    return value;
  }

  private static @Nullable LocalDate day(String field, @Nullable String value) {
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw wrong(field, "a day like 2026-12-31");
    }
  }

  private static String note(String field, @Nullable String value) {
    if (value != null && value.length() > 500) {
      throw wrong(field, "at most 500 characters");
    }
    return value == null ? "" : value;
  }

  private static RuntimeException wrong(String field, String needed) {
    return Problem.badRequest("invalid-parameter", field, field + " must be " + needed + ".")
        .exception();
  }
}
