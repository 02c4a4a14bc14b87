package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.MalformedObjectException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one entry after the other of revokedCertificates (RFC 5280 5.1.2.6 and 5.3), straight from
 * the window to the index.
 */
final class EntryReader {
  private static final String ENTRY = "revokedCertificates entry";
  private static final int MAX_ENTRY = 1 << 16;
  private static final int MAX_UNKNOWN = 64;

  /** The arc 2.5.29, of which every known entry extension is a member. */
  private static final byte[] CERTIFICATE_EXTENSION = {DerReader.OBJECT_IDENTIFIER, 3, 0x55, 0x1D};

  private static final int REASON_CODE = 21;
  private static final int HOLD_INSTRUCTION = 23;
  private static final int INVALIDITY_DATE = 24;
  private static final int CERTIFICATE_ISSUER = 29;

  private final DerStream stream;
  private final boolean mayExtend;
  private final SerialIndex.Builder index = new SerialIndex.Builder();
  private final Map<DistinguishedName, Integer> issuers = new LinkedHashMap<>();
  private final Set<String> unknownCritical = new TreeSet<>();

  private byte[] window = new byte[0];
  private int at;
  private int end;
  private int reason;
  private long invalidSince;
  private int issuer;

  EntryReader(DerStream stream, DistinguishedName crlIssuer, boolean mayExtend) {
    this.stream = stream;
    this.mayExtend = mayExtend;
    issuers.put(crlIssuer, 0);
  }

  SerialIndex index() {
    return index.build();
  }

  /** Numbers of the certificate issuers named so far; the issuer of the list has 0. */
  Map<DistinguishedName, Integer> issuers() {
    return issuers;
  }

  /** Critical entry extensions that we know nothing of. */
  Set<String> unknownCritical() {
    return unknownCritical;
  }

  void readUpTo(long endOfList) throws IOException, MalformedObjectException {
    while (stream.offset() < endOfList) {
      int length = stream.header(DerReader.SEQUENCE, ENTRY);
      if (length > MAX_ENTRY || stream.offset() + length > endOfList) {
        throw malformed("is longer than " + MAX_ENTRY + " octets or than the list");
      }
      stream.require(length, ENTRY);
      window = stream.window();
      at = stream.position();
      end = at + length;
      read();
      stream.advance(length);
    }
  }

  private void read() throws MalformedObjectException {
    int serialLength = header(DerReader.INTEGER);
    int serial = at;
    checkSerial(serial, serialLength);
    at += serialLength;
    long revokedAt = time();
    reason = 0;
    invalidSince = DerTime.UNREADABLE;
    if (at < end) {
      readExtensions();
    }
    index.add(window, serial, serialLength, revokedAt, reason, invalidSince, issuer);
  }

  private void checkSerial(int from, int length) throws MalformedObjectException {
    if (length == 0 || length > SerialIndex.MAX_SERIAL_OCTETS) {
      throw malformed("has a serial number of " + length + " octets");
    }
    int first = window[from];
    if (length > 1 && (first == 0 || first == -1) && (first < 0) == (window[from + 1] < 0)) {
      throw malformed("has a serial number with a superfluous leading octet");
    }
  }

  private long time() throws MalformedObjectException {
    int tag = at < end ? window[at] : 0;
    int length = header(tag);
    long seconds = DerTime.epochSecond(tag, window, at, length);
    if (seconds == DerTime.UNREADABLE || !SerialIndex.Builder.holds(seconds)) {
      throw malformed("has a date that is not a time from 1900 to 4076");
    }
    at += length;
    return seconds;
  }

  private void readExtensions() throws MalformedObjectException {
    if (!mayExtend) {
      throw malformed("has extensions in a list of version 1");
    }
    int length = header(DerReader.SEQUENCE);
    if (length == 0 || at + length != end) {
      throw malformed("has no extensions or octets behind them");
    }
    int seen = 0;
    int endOfEntry = end;
    while (at < endOfEntry) {
      end = endOfEntry;
      int size = header(DerReader.SEQUENCE);
      end = at + size;
      seen = readExtension(seen);
      if (at != end) {
        throw malformed("has octets behind an extension");
      }
    }
  }

  /** Reads one extension; {@code seen} has a bit for each known one that was there before. */
  private int readExtension(int seen) throws MalformedObjectException {
    int start = at;
    int known =
        at + 5 <= end && Arrays.equals(window, at, at + 4, CERTIFICATE_EXTENSION, 0, 4)
            ? window[at + 4]
            : -1;
    if (known != REASON_CODE
        && known != HOLD_INSTRUCTION
        && known != INVALIDITY_DATE
        && known != CERTIFICATE_ISSUER) {
      readUnknown(DerReader.over(Arrays.copyOfRange(window, start, end), ENTRY));
      at = end;
      return seen;
    }
    if ((seen & 1 << known) != 0) {
      throw malformed("has an extension twice");
    }
    at += 5;
    skipCritical();
    int length = header(DerReader.OCTET_STRING);
    if (at + length != end) {
      throw malformed("has octets behind an extension");
    }
    readKnown(known);
    return seen | 1 << known;
  }

  private void skipCritical() throws MalformedObjectException {
    if (at < end && window[at] == DerReader.BOOLEAN) {
      if (header(DerReader.BOOLEAN) != 1 || window[at] != -1) {
        throw malformed("has a criticality that is not DER");
      }
      at++;
    }
  }

  private void readKnown(int known) throws MalformedObjectException {
    switch (known) {
      case REASON_CODE -> {
        if (header(DerReader.ENUMERATED) != 1 || RevocationReason.of(window[at]) == null) {
          throw malformed("has a reason code the standard does not know");
        }
        reason = window[at++];
      }
      case INVALIDITY_DATE -> invalidSince = time();
      case CERTIFICATE_ISSUER -> readIssuer();
      default -> at = end;
    }
  }

  /** RFC 5280 5.3.3: the issuer named here holds for the entries that follow, too. */
  private void readIssuer() throws MalformedObjectException {
    DerReader value = DerReader.over(Arrays.copyOfRange(window, at, end), "CertificateIssuer");
    DerReader names = value.sequence("CertificateIssuer");
    DistinguishedName name = null;
    do {
      GeneralName next = GeneralName.read(names);
      if (name == null && next instanceof GeneralName.Directory directory) {
        name = directory.name();
      }
    } while (!names.atEnd());
    value.expectEnd();
    if (name == null || (issuers.size() == SerialIndex.MAX_ISSUERS && !issuers.containsKey(name))) {
      throw malformed(
          "names no certificate issuer by its distinguished name, or is the issuer after "
              + SerialIndex.MAX_ISSUERS);
    }
    Integer number = issuers.putIfAbsent(name, issuers.size());
    issuer = number == null ? issuers.size() - 1 : number;
    at = end;
  }

  private void readUnknown(DerReader extension) throws MalformedObjectException {
    String oid = extension.oid("Extension.extnID");
    boolean critical = extension.nextIs(DerReader.BOOLEAN);
    if (critical && !extension.bool("Extension.critical")) {
      throw malformed("has a criticality that is not DER");
    }
    extension.content(DerReader.OCTET_STRING, "Extension.extnValue");
    extension.expectEnd();
    if (critical && unknownCritical.size() < MAX_UNKNOWN) {
      unknownCritical.add(oid);
    }
  }

  /** Reads a tag and a length within the entry; none of them is longer than {@link #MAX_ENTRY}. */
  private int header(int tag) throws MalformedObjectException {
    if (end - at < 2 || window[at] != tag) {
      throw malformed("is cut off or has an element with another tag");
    }
    int length = window[at + 1] & 0xFF;
    at += 2;
    if (length > 0x80 && length <= 0x82 && end - at >= length - 0x80) {
      int octets = length - 0x80;
      length = octets == 1 ? window[at] & 0xFF : (window[at] & 0xFF) << 8 | (window[at + 1] & 0xFF);
      at += octets;
      if (length < (octets == 1 ? 0x80 : 0x100)) {
        throw malformed("has a length that is not minimal");
      }
    } else if (length >= 0x80) {
      throw malformed("has an indefinite or over-long length");
    }
    if (length > end - at) {
      throw malformed("has an element longer than itself");
    }
    return length;
  }

  private MalformedObjectException malformed(String why) {
    return new MalformedObjectException(ENTRY, why, stream.offset());
  }
}
