package cn.trustregistry.bench;

import cn.trustregistry.pki.TestKey;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.operator.ContentSigner;

/**
 * A signed CRL of any length in a file: serial numbers of 16 octets in no order, without reasons,
 * 35 octets an entry.
 */
final class LongCrl {
  private static final int ENTRY = 35;
  private static final int SEQUENCE = 0x30;
  private static final Instant REVOKED = Instant.parse("2026-01-01T00:00:00Z");
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Who issues it, when it counts, and its number. */
  record Issue(
      X500Name issuer, ContentSigner signer, Instant thisUpdate, Instant nextUpdate, long number) {}

  private final int entries;
  private final byte[] head;
  private final byte[] extensions;
  private final Path file;

  LongCrl(TestKey key, int entries) throws IOException {
    this(
        new Issue(
            new X500Name("C=CN,O=Long CRL"),
            key.contentSigner(),
            Instant.parse("2026-11-23T00:00:00Z"),
            Instant.parse("2026-11-25T00:00:00Z"),
            1),
        entries);
  }

  LongCrl(Issue issue, int entries) throws IOException {
    this.entries = entries;
    ContentSigner signer = issue.signer();
    byte[] algorithm = signer.getAlgorithmIdentifier().getEncoded("DER");
    this.head = head(issue, algorithm);
    this.extensions = number(issue.number());
    try (OutputStream out = signer.getOutputStream()) {
      writeTbs(out);
    }
    byte[] signature = new DERBitString(signer.getSignature()).getEncoded("DER");
    this.file = Files.createTempFile("bench", ".crl");
    file.toFile().deleteOnExit();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(header(head.length + listed() + extensions.length, algorithm, signature));
      writeTbs(out);
      out.write(algorithm);
      out.write(signature);
    }
  }

  InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  Path file() {
    return file;
  }

  /** The serial number of an entry; those of numbers from {@code entries} on are not listed. */
  static BigInteger serial(int number) {
    return new BigInteger(octets(number));
  }

  private static byte[] octets(int number) {
    long mixed = (number + 1) * 0x9E37_79B9_7F4A_7C15L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L;
    byte[] octets = new byte[16];
    for (int i = 0; i < 8; i++) {
      octets[i] = (byte) (mixed >> 8 * i);
      octets[8 + i] = (byte) (number >> 8 * i % 32);
    }
    octets[0] = 0x40;
    return octets;
  }

  private long listed() {
    return length(SEQUENCE, (long) entries * ENTRY).length + (long) entries * ENTRY;
  }

  private static byte[] number(long number) throws IOException {
    Extension extension =
        new Extension(
            Extension.cRLNumber, false, new ASN1Integer(BigInteger.valueOf(number)).getEncoded());
    return new DERTaggedObject(true, 0, new Extensions(extension)).getEncoded("DER");
  }

  private static byte[] head(Issue issue, byte[] algorithm) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(new byte[] {2, 1, 1});
    head.writeBytes(algorithm);
    head.writeBytes(issue.issuer().getEncoded("DER"));
    head.writeBytes(time(issue.thisUpdate()));
    head.writeBytes(time(issue.nextUpdate()));
    return head.toByteArray();
  }

  private void writeTbs(OutputStream out) throws IOException {
    out.write(length(SEQUENCE, head.length + listed() + extensions.length));
    out.write(head);
    out.write(length(SEQUENCE, (long) entries * ENTRY));
    byte[] entry = new byte[ENTRY];
    entry[0] = SEQUENCE;
    entry[1] = ENTRY - 2;
    entry[2] = 2;
    entry[3] = 16;
    System.arraycopy(time(REVOKED), 0, entry, 20, 15);
    for (int i = 0; i < entries; i++) {
      System.arraycopy(octets(i), 0, entry, 4, 16);
      out.write(entry);
    }
    out.write(extensions);
  }

  private static byte[] header(long tbs, byte[] algorithm, byte[] signature) {
    long whole = length(SEQUENCE, tbs).length + tbs + algorithm.length + signature.length;
    return length(SEQUENCE, whole);
  }

  private static byte[] time(Instant moment) {
    String text = UTC_TIME.format(moment);
    ByteArrayOutputStream time = new ByteArrayOutputStream();
    time.writeBytes(length(0x17, text.length()));
    time.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return time.toByteArray();
  }

  /** Tag and length in DER. */
  private static byte[] length(int tag, long length) {
    if (length < 0x80) {
      return new byte[] {(byte) tag, (byte) length};
    }
    int octets = (64 - Long.numberOfLeadingZeros(length) + 7) / 8;
    byte[] header = new byte[2 + octets];
    header[0] = (byte) tag;
    header[1] = (byte) (0x80 | octets);
    for (int i = 0; i < octets; i++) {
      header[2 + i] = (byte) (length >> 8 * (octets - 1 - i));
    }
    return header;
  }
}
