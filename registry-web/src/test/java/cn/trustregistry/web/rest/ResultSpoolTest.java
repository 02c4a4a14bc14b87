package cn.trustregistry.web.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ResultSpoolTest {
  @Test
  void what_is_appended_before_and_while_it_is_read_comes_out_in_order() throws IOException {
    try (ResultSpool spool = new ResultSpool()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(spool.append("first\n".getBytes(UTF_8))).isTrue();
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  append(spool, i + "\n");
                }
                spool.finish();
              });
      spool.copyTo(out);
      writer.join();
      assertThat(out.toString(UTF_8).lines()).hasSize(1_001).startsWith("first", "0", "1");
    }
  }

  @Test
  void results_nobody_reads_any_more_are_not_kept() throws IOException {
    ResultSpool spool = new ResultSpool();
    spool.close();
    assertThat(spool.append(new byte[1])).isFalse();
  }

  private static void append(ResultSpool spool, String text) {
    try {
      assertThat(spool.append(text.getBytes(UTF_8))).isTrue();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
