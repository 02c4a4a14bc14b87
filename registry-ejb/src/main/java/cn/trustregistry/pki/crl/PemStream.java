package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Takes the textual armour of RFC 7468 off a list as it is read; what is DER already passes
 * through.
 */
final class PemStream extends FilterInputStream {
  /** The armour is there but its content is not base 64; reading the source itself did not fail. */
  static final class BrokenArmour extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenArmour(IOException cause) {
      super(cause);
    }
  }

  private static final byte[] BEGIN =
      "-----BEGIN X509 CRL-----".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_PREAMBLE = 1 << 16;

  private final Body body;

  private PemStream(Body body) {
    super(Base64.getDecoder().wrap(body));
    this.body = body;
  }

  static InputStream decoded(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(1);
    int first = buffered.read();
    buffered.reset();
    if (first == DerReader.SEQUENCE || !skipTo(buffered)) {
      return buffered;
    }
    return new PemStream(new Body(buffered));
  }

  @Override
  public int read(byte[] octets, int from, int length) throws IOException {
    try {
      return super.read(octets, from, length);
    } catch (IOException e) {
      throw body.failed ? e : new BrokenArmour(e);
    }
  }

  /** Passes over everything up to the label; false if it is not there. */
  private static boolean skipTo(InputStream in) throws IOException {
    int matched = 0;
    for (int i = 0; i < MAX_PREAMBLE; i++) {
      int octet = in.read();
      if (octet < 0) {
        return false;
      }
      matched = octet == BEGIN[matched] ? matched + 1 : octet != '-' ? 0 : matched == 5 ? 5 : 1;
      if (matched == BEGIN.length) {
        return true;
      }
    }
    return false;
  }

  /** The base 64 characters up to the next boundary line, white space left out. */
  private static final class Body extends InputStream {
    private final InputStream in;
    private boolean failed;

    Body(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      failed = true;
      int octet = in.read();
      while (octet == '\n' || octet == '\r' || octet == ' ' || octet == '\t') {
        octet = in.read();
      }
      failed = false;
      return octet == '-' ? -1 : octet;
    }
  }
}
