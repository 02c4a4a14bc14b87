package cn.trustregistry.web.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Results on their way to a client that may read them late, or only after it has sent everything:
 * they wait in a file, so that neither memory grows nor the work stands still.
 */
final class ResultSpool implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final FileChannel file;
  private long written;
  private boolean finished;
  private boolean abandoned;

  ResultSpool() throws IOException {
    Path path = Files.createTempFile("results", ".ndjson");
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * @return whether somebody still reads
   */
  synchronized boolean append(byte[] octets) throws IOException {
    if (abandoned) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(octets);
    while (buffer.hasRemaining()) {
      written += file.write(buffer, written);
    }
    notifyAll();
    return true;
  }

  /** Nothing more will come. */
  synchronized void finish() {
    finished = true;
    notifyAll();
  }

  /** Copies what is appended until it is finished; each piece is sent at once. */
  void copyTo(OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    long copied = 0;
    while (awaitMoreThan(copied)) {
      buffer.clear();
      int read = file.read(buffer, copied);
      out.write(buffer.array(), 0, read);
      out.flush();
      copied += read;
    }
  }

  private synchronized boolean awaitMoreThan(long copied) throws IOException {
    try {
      while (written <= copied && !finished) {
        wait();
      }
      return written > copied;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for results", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    abandoned = true;
    file.close();
  }
}
