package cn.trustregistry.notice;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says, and when; plain text, where lines may break.
 *
 * @param titleEn empty if it is the Chinese one for everybody; {@code textEn} likewise
 * @param from from when the portal shows it, once it is published
 * @param to until when, or null for always
 */
public record NoticeText(
    String titleZh,
    String titleEn,
    String textZh,
    String textEn,
    Instant from,
    @Nullable Instant to) {
  /** Most characters of a title. */
  public static final int LONGEST_TITLE = 100;

  /** Most characters of a text. */
  public static final int LONGEST_TEXT = 2000;

  /** What is wrong with a field; the names are keys of the pages' texts. */
  public enum Fault {
    MISSING,
    UNFIT,
    ENDS_BEFORE_IT_BEGINS
  }

  public NoticeText {
    titleZh = titleZh.strip();
    titleEn = titleEn.strip();
    textZh = textZh.replace("\r\n", "\n").strip();
    textEn = textEn.replace("\r\n", "\n").strip();
  }

  /** What is wrong, by the names of the fields; empty if nothing is. */
  public Map<String, Fault> faults() {
    Map<String, Fault> faults = new TreeMap<>();
    note(faults, "titleZh", titleZh, LONGEST_TITLE, false);
    note(faults, "titleEn", titleEn, LONGEST_TITLE, false);
    note(faults, "textZh", textZh, LONGEST_TEXT, true);
    note(faults, "textEn", textEn, LONGEST_TEXT, true);
    if (titleZh.isEmpty()) {
      faults.put("titleZh", Fault.MISSING);
    }
    if (textZh.isEmpty()) {
      faults.put("textZh", Fault.MISSING);
    }
    if (to != null && !to.isAfter(from)) {
      faults.put("to", Fault.ENDS_BEFORE_IT_BEGINS);
    }
    return faults;
  }

  private static void note(
      Map<String, Fault> faults, String field, String text, int longest, boolean lines) {
    boolean control =
        text.codePoints().anyMatch(c -> Character.isISOControl(c) && !(lines && c == '\n'));
    if (control || text.length() > longest) {
      faults.put(field, Fault.UNFIT);
    }
  }
}
