package cn.trustregistry.web.rest;

import cn.trustregistry.access.Sha256;
import cn.trustregistry.web.access.BodyLimit.BodyTooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A whole request body, read once to know its digest: a small one in memory, a large one in a file
 * that is gone when it was read again.
 */
final class SpooledBody {
  /** In octets; as much as the largest body of any door, and one to be over it. */
  private static final int LIMIT = (64 << 20) + 1;

  private static final int IN_MEMORY = 1 << 20;

  private final byte[] sha256;
  private final byte[] head;
  private final @Nullable Path file;

  private SpooledBody(byte[] sha256, byte[] head, @Nullable Path file) {
    this.sha256 = sha256;
    this.head = head;
    this.file = file;
  }

  static SpooledBody read(InputStream body) throws IOException {
    MessageDigest digest = Sha256.digest();
    DigestInputStream in = new DigestInputStream(body, digest);
    byte[] head = in.readNBytes(IN_MEMORY);
    Path file = head.length < IN_MEMORY ? null : spool(head, in);
    return new SpooledBody(digest.digest(), head, file);
  }

  private static Path spool(byte[] head, InputStream rest) throws IOException {
    Path file = Files.createTempFile("request", ".body");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      byte[] buffer = new byte[64 << 10];
      long total = head.length;
      for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
        total += n;
        if (total > LIMIT) {
          throw new BodyTooLarge(LIMIT - 1);
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }

  byte[] sha256() {
    return sha256.clone();
  }

  InputStream open() throws IOException {
    return file == null
        ? new ByteArrayInputStream(head)
        : Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }
}
