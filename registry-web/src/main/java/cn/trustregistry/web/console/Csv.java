package cn.trustregistry.web.console;

/** Cells of a CSV file that a spreadsheet shows and does not calculate. */
final class Csv {
  private static final String CALCULATED = "=+-@\t\r";

  private Csv() {}

  /**
   * Quoted (RFC 4180 2.7), with an apostrophe before what a spreadsheet would take for a formula.
   */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
