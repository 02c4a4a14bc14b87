package cn.trustregistry.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Which TCP ports can be bound. */
final class Ports {

  private Ports() {}

  static void requireFree(String address, int port, String option) throws StartRefused {
    InetAddress resolved;
    try {
      resolved = InetAddress.getByName(address);
    } catch (UnknownHostException unknown) {
      throw new StartRefused("The address " + address + " is not known here.", unknown);
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(resolved, port));
    } catch (IOException taken) {
      throw new StartRefused(
          "Port "
              + port
              + " of "
              + address
              + " cannot be used ("
              + taken.getMessage()
              + "). Choose another: ./run "
              + option
              + " N",
          taken);
    }
  }

  /**
   * A free loopback port.
   *
   * @param wished taken if it is free; 0 for no wish
   */
  static int free(int wished) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wished));
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wished == 0) {
        throw taken;
      }
      return free(0);
    }
  }
}
