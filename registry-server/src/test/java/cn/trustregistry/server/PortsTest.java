package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void taken_port_is_refused_in_one_line_that_names_it() throws Exception {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", holder.getLocalPort(), "--port"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(String.valueOf(holder.getLocalPort()))
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void free_port_is_accepted() throws Exception {
    int port = Ports.free(0);

    assertThatCode(() -> Ports.requireFree("127.0.0.1", port, "--port")).doesNotThrowAnyException();
  }

  @Test
  void wished_port_is_given_if_it_is_free() throws Exception {
    int wished = Ports.free(0);

    assertThat(Ports.free(wished)).isEqualTo(wished);
  }

  @Test
  void another_port_is_given_if_the_wished_one_is_taken() throws Exception {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.free(holder.getLocalPort())).isNotEqualTo(holder.getLocalPort());
    }
  }
}
