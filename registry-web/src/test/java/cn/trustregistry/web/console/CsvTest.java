package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void what_a_spreadsheet_would_calculate_is_marked_as_text() {
    for (String formula : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
      assertThat(Csv.cell(formula)).isEqualTo("\"'" + formula + "\"");
    }
  }

  @Test
  void quotes_are_doubled_and_commas_and_lines_stay_inside() {
    assertThat(Csv.cell("a \"b\", c\nd")).isEqualTo("\"a \"\"b\"\", c\nd\"");
    assertThat(Csv.cell("")).isEqualTo("\"\"");
  }
}
