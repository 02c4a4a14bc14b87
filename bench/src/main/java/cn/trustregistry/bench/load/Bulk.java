package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One bulk publication in one request: the lines of a file go out while the results come in.
 * Nothing of either is kept.
 */
public final class Bulk {
  private static final int PATIENCE_MILLIS = 120_000;

  private final Registry registry;
  private final String client;

  public Bulk(Registry registry, String client) {
    this.registry = registry;
    this.client = client;
  }

  /**
   * Publishes, and returns when the summary is here.
   *
   * @param lines a file of new certificates
   * @param count how many
   * @return processor time of this side, in nanoseconds
   * @throws IOException if the summary does not say that all of them were published
   */
  public long publish(Path lines, int count) throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      FutureTask<Long> sending = new FutureTask<>(() -> send(lines, socket.getOutputStream()));
      Thread sender = new Thread(sending, "lines");
      sender.setDaemon(true);
      sender.start();
      long cpu = cpu();
      String summary = lastLine(new BufferedInputStream(socket.getInputStream(), 1 << 16));
      String all = "{\"summary\":{\"published\":" + count + ",\"repeated\":0,\"refused\":0,";
      if (!summary.startsWith(all) || !summary.contains("\"complete\":true")) {
        throw new IOException("not all of " + count + " were published: " + summary);
      }
      return cpu() - cpu + sending.get();
    } catch (ExecutionException e) {
      throw new IOException("the lines could not be sent", e.getCause());
    }
  }

  /** Returns the processor time that it took. */
  private long send(Path lines, OutputStream out) throws IOException {
    long cpu = cpu();
    String head =
        "POST /api/v1/certificates/bulk HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
            + registry.basic(client)
            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
            + Files.size(lines)
            + "\r\n\r\n";
    out.write(head.getBytes(UTF_8));
    Files.copy(lines, out);
    out.flush();
    return cpu() - cpu;
  }

  /** Reads an answer in chunks (RFC 9112 section 7.1) to its end and returns its last line. */
  private static String lastLine(InputStream in) throws IOException {
    String status = line(in);
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      chunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
    }
    if (!status.startsWith("HTTP/1.1 200 ") || !chunked) {
      throw new IOException(status + (chunked ? "" : ", not in chunks"));
    }
    ByteArrayOutputStream current = new ByteArrayOutputStream();
    String last = "";
    for (int size = size(in); size > 0; size = size(in)) {
      byte[] chunk = in.readNBytes(size);
      int begin = 0;
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          current.write(chunk, begin, i - begin);
          last = current.toString(UTF_8);
          current.reset();
          begin = i + 1;
        }
      }
      current.write(chunk, begin, chunk.length - begin);
      line(in);
    }
    return last;
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the answer ended before its summary");
      }
      line.write(octet);
    }
    return line.toString(ISO_8859_1).strip();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
