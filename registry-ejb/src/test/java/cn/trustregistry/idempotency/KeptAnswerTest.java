package cn.trustregistry.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {
  @Test
  void answer_is_read_as_it_was_written() {
    KeptAnswer answer = new KeptAnswer(201, Map.of("Location", "/x"), "{\"名\":1}".getBytes(UTF_8));
    KeptAnswer read = KeptAnswer.read(answer.write());
    assertThat(read.status()).isEqualTo(201);
    assertThat(read.headers()).isEqualTo(answer.headers());
    assertThat(read.body()).isEqualTo(answer.body());
  }
}
