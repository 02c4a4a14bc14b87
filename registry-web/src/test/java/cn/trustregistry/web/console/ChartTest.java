package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.validation.VerdictFigures.Count;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:30Z");

  @Test
  void bars_stand_on_each_other_and_reach_no_higher_than_the_line() {
    Instant minute = Instant.parse("2026-11-25T08:00:00Z");
    Chart chart = Chart.of(List.of(count(minute, "VALID", 30), count(minute, "INVALID", 12)), NOW);
    assertThat(chart.top()).isEqualTo(50);
    assertThat(chart.bars()).hasSize(2);
    assertThat(chart.bars().get(0).height()).isEqualTo("90.0");
    assertThat(chart.bars().get(1).y()).isEqualTo("24.0");
  }

  @Test
  void older_minutes_are_left_out_and_nothing_is_an_empty_chart() {
    Instant old = Instant.parse("2026-11-25T06:59:00Z");
    assertThat(Chart.of(List.of(count(old, "VALID", 1)), NOW).bars()).isEmpty();
    assertThat(Chart.of(List.of(), NOW).top()).isEqualTo(1);
  }

  private static Count count(Instant minute, String verdict, long many) {
    return new Count(minute, "450100", "gxca", verdict, null, many);
  }
}
