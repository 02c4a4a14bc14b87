package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a port of this machine, kept alive if the server keeps it; as little of
 * HTTP/1.1 as that takes (RFC 9112), so that the load costs little beside what it loads.
 */
final class Connection implements Closeable {
  private final int port;
  private @Nullable Socket socket;
  private byte[] buffer = new byte[1 << 16];
  private int filled;
  private int bodyStart;
  private int bodyEnd;

  Connection(int port) {
    this.port = port;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @return the status
   */
  int exchange(byte[] request) throws IOException {
    Socket open = socket();
    open.getOutputStream().write(request);
    InputStream in = open.getInputStream();
    filled = 0;
    int headEnd = readHead(in);
    String head = new String(buffer, 0, headEnd, ISO_8859_1).toLowerCase(Locale.ROOT);
    bodyStart = headEnd;
    String length = header(head, "content-length:");
    boolean ends = head.startsWith("http/1.0") || "close".equals(header(head, "connection:"));
    if (length != null) {
      bodyEnd = headEnd + Integer.parseInt(length);
      fill(in, bodyEnd);
    } else if ("chunked".equals(header(head, "transfer-encoding:"))) {
      readChunks(in);
    } else if (ends) {
      readToEnd(in);
    } else {
      bodyEnd = headEnd;
    }
    if (ends) {
      close();
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  /** Whether the last answer has these octets in its body. */
  boolean contains(byte[] wanted) {
    for (int i = bodyStart; i <= bodyEnd - wanted.length; i++) {
      if (buffer[i] == wanted[0]
          && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  String body() {
    return new String(buffer, bodyStart, bodyEnd - bodyStart, ISO_8859_1);
  }

  private Socket socket() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setTcpNoDelay(true);
      open.setSoTimeout(60_000);
      socket = open;
    }
    return open;
  }

  private int readHead(InputStream in) throws IOException {
    int seen = 0;
    while (true) {
      for (; seen + 3 < filled; seen++) {
        if (buffer[seen] == '\r'
            && buffer[seen + 1] == '\n'
            && buffer[seen + 2] == '\r'
            && buffer[seen + 3] == '\n') {
          return seen + 4;
        }
      }
      more(in);
    }
  }

  private void readChunks(InputStream in) throws IOException {
    int at = bodyStart;
    bodyEnd = bodyStart;
    int octets;
    do {
      int line = at;
      fill(in, at + 1);
      while (buffer[at] != '\n') {
        at++;
        fill(in, at + 1);
      }
      String size = new String(buffer, line, at - line, ISO_8859_1).split("[;\r]", 2)[0];
      octets = Integer.parseInt(size.strip(), 16);
      int content = at + 1;
      at = content + octets + 2;
      fill(in, at);
      System.arraycopy(buffer, content, buffer, bodyEnd, octets);
      bodyEnd += octets;
    } while (octets > 0);
  }

  private void readToEnd(InputStream in) throws IOException {
    try {
      while (true) {
        more(in);
      }
    } catch (EOFException end) {
      bodyEnd = filled;
    }
  }

  private void fill(InputStream in, int wanted) throws IOException {
    while (filled < wanted) {
      more(in);
    }
  }

  private void more(InputStream in) throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server ended the connection");
    }
    filled += read;
  }

  private static @Nullable String header(String head, String name) {
    int at = head.indexOf("\r\n" + name);
    if (at < 0) {
      return null;
    }
    int begin = at + 2 + name.length();
    return head.substring(begin, head.indexOf("\r\n", begin)).strip();
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
