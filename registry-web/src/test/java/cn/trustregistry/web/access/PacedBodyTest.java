package cn.trustregistry.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.web.access.BodyLimit.BodyIncomplete;
import cn.trustregistry.web.access.PacedBody.BodyTooSlow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacedBodyTest {
  private static final int DRIPS = 100;

  private long now;

  @Test
  void body_that_drips_is_cut_off_after_the_grace() throws IOException {
    PacedBody body = new PacedBody(dripping(1), () -> now);
    for (int second = 0; second < PacedBody.GRACE_SECONDS; second++) {
      assertThat(body.read()).isZero();
    }
    assertThatThrownBy(body::read).isInstanceOf(BodyTooSlow.class);
  }

  @Test
  void body_that_comes_at_the_pace_is_read_to_its_end() throws IOException {
    PacedBody body = new PacedBody(dripping(PacedBody.OCTETS_PER_SECOND), () -> now);
    byte[] buffer = new byte[PacedBody.OCTETS_PER_SECOND];
    for (int second = 0; second < DRIPS; second++) {
      assertThat(body.read(buffer)).isEqualTo(buffer.length);
    }
    assertThat(body.read(buffer)).isEqualTo(-1);
  }

  @Test
  void time_that_the_reader_takes_does_not_count() throws IOException {
    PacedBody body = new PacedBody(new ByteArrayInputStream(new byte[DRIPS]), () -> now);
    for (int i = 0; i < DRIPS; i++) {
      assertThat(body.read()).isZero();
      now += TimeUnit.MINUTES.toNanos(1);
    }
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void body_that_breaks_off_is_incomplete() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset by peer");
          }
        };
    assertThatThrownBy(() -> new PacedBody(broken).readAllBytes())
        .isInstanceOf(BodyIncomplete.class);
  }

  /** Takes a second for each drip of this many octets. */
  private InputStream dripping(int octets) {
    return new InputStream() {
      private int drips = DRIPS;

      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        if (drips-- == 0) {
          return -1;
        }
        now += TimeUnit.SECONDS.toNanos(1);
        return Math.min(octets, length);
      }
    };
  }
}
