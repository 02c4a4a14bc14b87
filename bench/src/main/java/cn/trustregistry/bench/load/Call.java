package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * What is asked again and again.
 *
 * @param port of this machine
 * @param requests says what to send next; called by many threads
 * @param status that every answer has to have
 * @param wanted what every answer has to have in its body
 */
public record Call(int port, Requests requests, int status, byte[] wanted) {
  /** Whole requests, head and body. */
  @FunctionalInterface
  public interface Requests {
    byte[] next();
  }

  /** A call that is answered with 200 and a body that has these words in it. */
  public static Call of(int port, Requests requests, String wanted) {
    return new Call(port, requests, 200, wanted.getBytes(UTF_8));
  }

  /** A POST. */
  public static byte[] post(String path, String headers, byte[] body) {
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + headers
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
    whole.writeBytes(head.getBytes(UTF_8));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  /** A GET. */
  public static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(UTF_8);
  }
}
