package cn.trustregistry.web.console;

import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.web.portal.Texts;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of a tariff as somebody types it: every field is text until all of them are good. */
public final class TariffLine implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern MONTHS = Pattern.compile("\\d{1,3}");
  private static final int MOST_MONTHS = 120;
  private static final int LONGEST_NOTE = 500;
  private static final List<String> AMOUNTS =
      List.of("certificate", "mediumFee", "seal", "service");

  private final HashMap<String, String> fields = new HashMap<>();

  private TariffLine() {}

  /** A line to be filled in. */
  static TariffLine blank() {
    TariffLine line = new TariffLine();
    line.put("holderKind", HolderKind.UNIT.name());
    line.put("medium", Medium.USB_KEY.name());
    line.put("term", "12");
    AMOUNTS.forEach(amount -> line.put(amount, "0"));
    return line;
  }

  static TariffLine of(TariffItem item) {
    TariffLine line = new TariffLine();
    line.put("id", item.id());
    line.put("holderKind", item.holderKind().name());
    line.put("medium", item.medium().name());
    line.put("term", String.valueOf(item.termMonths()));
    line.put("certificate", Texts.yuan(item.certificateFen()));
    line.put("mediumFee", Texts.yuan(item.mediumFen()));
    line.put("seal", Texts.yuan(item.sealFen()));
    line.put("service", Texts.yuan(item.serviceFen()));
    line.put("monthly", item.monthlyFen() == null ? "" : Texts.yuan(item.monthlyFen()));
    line.put("freeMonths", item.freeMonths() == 0 ? "" : String.valueOf(item.freeMonths()));
    line.put("freeUntil", Objects.toString(item.freeUntil(), ""));
    line.put("noteZh", item.noteZh());
    line.put("noteEn", item.noteEn());
    return line;
  }

  private void put(String field, String text) {
    fields.put(field, text);
  }

  /** What was typed, by field; the page writes into it. */
  public Map<String, String> getFields() {
    return fields;
  }

  private String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** The company's name for the line. */
  String id() {
    return text("id");
  }

  /** What is wrong, by field, as keys of the page's texts; empty if nothing is. */
  Map<String, String> faults() {
    Map<String, String> faults = new TreeMap<>();
    note(faults, "id", ID.matcher(text("id")).matches(), "tariff.ID_UNFIT");
    note(faults, "term", isMonths("term", 1), "tariff.TERM_UNFIT");
    AMOUNTS.forEach(a -> note(faults, a, isAmount(a), "tariff.AMOUNT_UNFIT"));
    note(
        faults, "monthly", text("monthly").isEmpty() || isAmount("monthly"), "tariff.AMOUNT_UNFIT");
    note(
        faults,
        "freeMonths",
        text("freeMonths").isEmpty() || isMonths("freeMonths", 0),
        "tariff.MONTHS_UNFIT");
    note(faults, "freeUntil", isDay(), "tariff.DAY_UNFIT");
    note(faults, "noteZh", text("noteZh").length() <= LONGEST_NOTE, "tariff.NOTE_LONG");
    note(faults, "noteEn", text("noteEn").length() <= LONGEST_NOTE, "tariff.NOTE_LONG");
    return faults;
  }

  private static void note(Map<String, String> faults, String field, boolean good, String key) {
    if (!good) {
      faults.put(field, key);
    }
  }

  private boolean isMonths(String field, int least) {
    if (!MONTHS.matcher(text(field)).matches()) {
      return false;
    }
    int months = Integer.parseInt(text(field));
    return months >= least && months <= MOST_MONTHS;
  }

  private boolean isAmount(String field) {
    return Yuan.fen(text(field)).isPresent();
  }

  private boolean isDay() {
    try {
      LocalDate day = day();
      return day == null || day.getYear() < 10_000;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private @Nullable LocalDate day() {
    return text("freeUntil").isEmpty() ? null : LocalDate.parse(text("freeUntil"));
  }

  /**
   * The line as the tariff takes it.
   *
   * @throws java.util.NoSuchElementException if there are {@link #faults()}
   */
  TariffItem item() {
    return new TariffItem(
        text("id"),
        HolderKind.valueOf(text("holderKind")),
        Medium.valueOf(text("medium")),
        Integer.parseInt(text("term")),
        fen("certificate"),
        fen("mediumFee"),
        fen("seal"),
        fen("service"),
        day(),
        text("noteZh"),
        text("noteEn"),
        text("monthly").isEmpty() ? null : fen("monthly"),
        text("freeMonths").isEmpty() ? 0 : Integer.parseInt(text("freeMonths")));
  }

  private long fen(String field) {
    return Yuan.fen(text(field)).orElseThrow();
  }
}
