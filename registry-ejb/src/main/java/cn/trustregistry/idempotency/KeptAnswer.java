package cn.trustregistry.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it left, to leave again.
 *
 * @param headers those worth repeating
 */
public record KeptAnswer(int status, Map<String, String> headers, byte[] body) {
  byte[] write() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(body.length + 256);
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.writeInt(status);
      out.writeInt(headers.size());
      for (Map.Entry<String, String> header : headers.entrySet()) {
        out.writeUTF(header.getKey());
        out.writeUTF(header.getValue());
      }
      out.writeInt(body.length);
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  static KeptAnswer read(byte[] octets) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
      int status = in.readInt();
      Map<String, String> headers = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        headers.put(in.readUTF(), in.readUTF());
      }
      return new KeptAnswer(status, headers, in.readNBytes(in.readInt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
