package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.StreamedSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one CertificateList (RFC 5280 5.1) from its first octet to its last. */
final class CrlParser {
  private static final int VERSION_2 = 1;
  private static final int MAX_HEADER = 1 << 16;
  private static final int MAX_SIGNATURE = 1 << 14;
  private static final int MAX_EXTENSIONS = DerStream.WINDOW - 16;
  private static final int EXTENSIONS_TAG = DerReader.contextConstructed(0);

  private final MessageDigest whole = sha256();
  private final DerStream stream;
  private final CrlSigners signers;

  private CrlParser(InputStream in, CrlSigners signers) {
    this.stream = new DerStream(in, whole);
    this.signers = signers;
  }

  static RevocationList parse(InputStream der, CrlSigners signers)
      throws IOException, MalformedObjectException {
    return new CrlParser(der, signers).list();
  }

  private RevocationList list() throws IOException, MalformedObjectException {
    int length = stream.header(DerReader.SEQUENCE, "CertificateList");
    long end = stream.offset() + length;
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    stream.tap(head::write);
    long endOfTbs = enter(end, "TBSCertList");
    boolean extensible = version(endOfTbs);
    SignatureAlgorithm inner = algorithm(endOfTbs, "TBSCertList.signature");
    DistinguishedName issuer =
        DistinguishedName.parse(
            stream.element(DerReader.SEQUENCE, MAX_HEADER, endOfTbs, "TBSCertList.issuer"));
    Instant thisUpdate = time(endOfTbs, "TBSCertList.thisUpdate");
    boolean dated =
        stream.offset() < endOfTbs
            && (stream.peek() == DerReader.UTC_TIME || stream.peek() == DerReader.GENERALIZED_TIME);
    Instant nextUpdate = dated ? time(endOfTbs, "TBSCertList.nextUpdate") : null;
    List<StreamedSignature> signatures = begin(inner, issuer, head);
    EntryReader entries = entries(endOfTbs, issuer, extensible);
    CrlExtensions extensions = extensions(endOfTbs, issuer, extensible);
    expect(endOfTbs, "TBSCertList");
    stream.tap((octets, from, count) -> {});

    SignatureAlgorithm outer = algorithm(end, "CertificateList.signatureAlgorithm");
    byte[] signature = signature(end);
    expect(end, "CertificateList");
    if (stream.peek() != -1) {
      throw stream.malformed("CertificateList", "has octets behind it");
    }
    if (entries.issuers().size() > 1 && !extensions.scope.indirect()) {
      throw stream.malformed("CertificateList", "names other issuers and is not indirect");
    }
    Map<PublicKey, SignatureOutcome> outcomes = new LinkedHashMap<>();
    for (StreamedSignature each : signatures) {
      outcomes.put(each.key(), inner.equals(outer) ? each.verify(signature) : SignatureOutcome.BAD);
    }
    return new RevocationList(
        HexFormat.of().formatHex(whole.digest()),
        issuer,
        outer,
        thisUpdate,
        nextUpdate,
        extensions,
        entries.index(),
        entries.issuers(),
        entries.unknownCritical(),
        outcomes);
  }

  private long enter(long end, String name) throws IOException, MalformedObjectException {
    int length = stream.header(DerReader.SEQUENCE, name);
    long inner = stream.offset() + length;
    if (inner > end) {
      throw stream.malformed(name, "is longer than what holds it");
    }
    return inner;
  }

  private void expect(long end, String name) throws MalformedObjectException {
    if (stream.offset() != end) {
      throw stream.malformed(name, "has octets too many");
    }
  }

  /** Whether extensions are allowed: version 1 has no field and no extensions. */
  private boolean version(long end) throws IOException, MalformedObjectException {
    if (stream.peek() != DerReader.INTEGER) {
      return false;
    }
    String name = "TBSCertList.version";
    byte[] version = stream.element(DerReader.INTEGER, 1, end, name);
    if (DerReader.over(version, name).count(DerReader.INTEGER, name) != VERSION_2) {
      throw stream.malformed(name, "is not 2");
    }
    return true;
  }

  private SignatureAlgorithm algorithm(long end, String name)
      throws IOException, MalformedObjectException {
    DerReader reader =
        DerReader.over(stream.element(DerReader.SEQUENCE, MAX_HEADER, end, name), name);
    SignatureAlgorithm algorithm = SignatureAlgorithm.read(reader, name);
    reader.expectEnd();
    return algorithm;
  }

  private Instant time(long end, String name) throws IOException, MalformedObjectException {
    int tag = stream.peek();
    byte[] element = stream.element(tag, 15, end, name);
    long seconds = DerTime.epochSecond(tag, element, 2, element.length - 2);
    if (seconds == DerTime.UNREADABLE) {
      throw stream.malformed(name, "is not a time");
    }
    return Instant.ofEpochSecond(seconds);
  }

  /** Starts verification under every key named, with what has passed of the signed part so far. */
  private List<StreamedSignature> begin(
      SignatureAlgorithm algorithm, DistinguishedName issuer, ByteArrayOutputStream head) {
    List<StreamedSignature> signatures = new ArrayList<>(2);
    for (PublicKey key : signers.keysOf(issuer)) {
      signatures.add(StreamedSignature.under(key, algorithm));
    }
    DerStream.Sink all =
        (octets, from, length) -> {
          for (StreamedSignature signature : signatures) {
            signature.update(octets, from, length);
          }
        };
    stream.tap(all);
    all.take(head.toByteArray(), 0, head.size());
    return signatures;
  }

  private EntryReader entries(long end, DistinguishedName issuer, boolean extensible)
      throws IOException, MalformedObjectException {
    EntryReader entries = new EntryReader(stream, issuer, extensible);
    if (stream.offset() < end && stream.peek() == DerReader.SEQUENCE) {
      entries.readUpTo(enter(end, "TBSCertList.revokedCertificates"));
    }
    return entries;
  }

  private CrlExtensions extensions(long end, DistinguishedName issuer, boolean extensible)
      throws IOException, MalformedObjectException {
    if (!extensible || stream.offset() >= end) {
      return CrlExtensions.none(issuer);
    }
    String name = "TBSCertList.crlExtensions";
    byte[] element = stream.element(EXTENSIONS_TAG, MAX_EXTENSIONS, end, name);
    return CrlExtensions.read(DerReader.over(element, name).enter(EXTENSIONS_TAG, name), issuer);
  }

  private byte[] signature(long end) throws IOException, MalformedObjectException {
    String name = "CertificateList.signatureValue";
    byte[] element = stream.element(DerReader.BIT_STRING, MAX_SIGNATURE, end, name);
    return DerReader.over(element, name).bitString(DerReader.BIT_STRING, name);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
