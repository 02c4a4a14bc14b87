package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BufferPoolTest {
  private static final long GIB = 1L << 30;

  @Test
  void pool_is_an_eighth_of_the_memory_within_limits() {
    assertThat(BufferPool.sizeFor(GIB)).isEqualTo(256);
    assertThat(BufferPool.sizeFor(8 * GIB)).isEqualTo(1_024);
    assertThat(BufferPool.sizeFor(64 * GIB)).isEqualTo(2_048);
    assertThat(BufferPool.size()).isBetween(256L, 2_048L);
  }
}
