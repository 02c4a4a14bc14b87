package cn.trustregistry.web.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {
  @Test
  void lines_are_numbered_blank_ones_too_and_the_last_needs_no_end() throws IOException {
    assertThat(read("a\n\n \r\nb\r\nc", 10)).containsExactly("1 a", "4 b\r", "5 c");
  }

  @Test
  void empty_body_has_no_line() throws IOException {
    assertThat(read("", 10)).isEmpty();
    assertThat(read("\n\n", 10)).isEmpty();
  }

  @Test
  void line_over_the_limit_is_told_apart_and_the_next_is_read() throws IOException {
    assertThat(read("12345\n123456\n1", 5)).containsExactly("1 12345", "2 too long", "3 1");
  }

  @Test
  void line_longer_than_the_buffer_is_read_whole() throws IOException {
    String line = "x".repeat(200_000);
    assertThat(read(line + "\n" + line, 200_000)).containsExactly("1 " + line, "2 " + line);
    assertThat(read(line + "\nb", 199_999)).containsExactly("1 too long", "2 b");
  }

  private static List<String> read(String body, int limit) throws IOException {
    NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(body.getBytes(UTF_8)), limit);
    List<String> read = new ArrayList<>();
    for (NdjsonLines.Line line = lines.next(); line != null; line = lines.next()) {
      byte[] text = line.text();
      read.add(line.number() + " " + (text == null ? "too long" : new String(text, UTF_8)));
    }
    return read;
  }
}
