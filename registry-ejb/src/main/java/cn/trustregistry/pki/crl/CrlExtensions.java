package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.DistributionPoint;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Octets;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the extensions of a list (RFC 5280 5.2), into fields that the list then shows. */
final class CrlExtensions {
  private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  private static final String ISSUER_ALT_NAME = "2.5.29.18";
  private static final String CRL_NUMBER = "2.5.29.20";
  private static final String DELTA_CRL_INDICATOR = "2.5.29.27";
  private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
  private static final String FRESHEST_CRL = "2.5.29.46";
  private static final String EXPIRED_CERTS_ON_CRL = "2.5.29.60";

  /** RFC 5280 5.2.3: up to 20 octets, and the number is not negative. */
  private static final int MAX_NUMBER_BITS = 159;

  @Nullable BigInteger number;
  @Nullable BigInteger baseNumber;
  @Nullable Octets authorityKeyIdentifier;
  @Nullable Instant expiredCertsSince;
  IssuingDistributionPoint scope = IssuingDistributionPoint.EVERYTHING;
  List<DistributionPoint> freshest = List.of();
  final Set<String> unknownCritical = new TreeSet<>();

  private final DistinguishedName issuer;

  private CrlExtensions(DistinguishedName issuer) {
    this.issuer = issuer;
  }

  static CrlExtensions none(DistinguishedName issuer) {
    return new CrlExtensions(issuer);
  }

  /** Reads the {@code Extensions} SEQUENCE that {@code holder} stands at. */
  static CrlExtensions read(DerReader holder, DistinguishedName issuer)
      throws MalformedObjectException {
    CrlExtensions extensions = new CrlExtensions(issuer);
    DerReader list = holder.sequence("crlExtensions");
    Set<String> seen = new HashSet<>();
    do {
      DerReader extension = list.sequence("Extension");
      String oid = extension.oid("Extension.extnID");
      boolean critical = critical(extension);
      byte[] value = extension.content(DerReader.OCTET_STRING, "Extension.extnValue");
      extension.expectEnd();
      if (!seen.add(oid)) {
        throw list.malformed("has extension " + oid + " twice");
      }
      extensions.take(oid, critical, DerReader.over(value, "CRL extension " + oid));
    } while (!list.atEnd());
    holder.expectEnd();
    return extensions;
  }

  private static boolean critical(DerReader extension) throws MalformedObjectException {
    if (!extension.nextIs(DerReader.BOOLEAN)) {
      return false;
    }
    if (!extension.bool("Extension.critical")) {
      throw extension.malformed("encodes a default value"); // X.690 11.5
    }
    return true;
  }

  private void take(String oid, boolean critical, DerReader value) throws MalformedObjectException {
    switch (oid) {
      case AUTHORITY_KEY_IDENTIFIER -> authorityKeyIdentifier = keyIdentifier(value);
      case CRL_NUMBER -> number = number(value);
      case DELTA_CRL_INDICATOR -> baseNumber = number(value);
      case ISSUING_DISTRIBUTION_POINT -> scope = IssuingDistributionPoint.read(value, issuer);
      case FRESHEST_CRL -> freshest = DistributionPoint.readAll(value, issuer);
      case EXPIRED_CERTS_ON_CRL -> expiredCertsSince = time(value);
      case ISSUER_ALT_NAME -> value.skip("IssuerAltName");
      default -> {
        if (critical) {
          unknownCritical.add(oid);
        }
        return;
      }
    }
    value.expectEnd();
  }

  private static BigInteger number(DerReader value) throws MalformedObjectException {
    BigInteger number = value.integer("CRLNumber");
    if (number.signum() < 0 || number.bitLength() > MAX_NUMBER_BITS) {
      throw value.malformed("is negative or longer than 20 octets");
    }
    return number;
  }

  private static @Nullable Octets keyIdentifier(DerReader value) throws MalformedObjectException {
    DerReader fields = value.sequence("AuthorityKeyIdentifier");
    int tag = DerReader.context(0);
    Octets identifier = fields.nextIs(tag) ? Octets.of(fields.content(tag, "keyIdentifier")) : null;
    while (!fields.atEnd()) {
      fields.skip("AuthorityKeyIdentifier");
    }
    return identifier;
  }

  /** ExpiredCertsOnCRL ::= GeneralizedTime (X.509 9.5.2.8). */
  private static Instant time(DerReader value) throws MalformedObjectException {
    byte[] content = value.content(DerReader.GENERALIZED_TIME, "ExpiredCertsOnCRL");
    long seconds = DerTime.epochSecond(DerReader.GENERALIZED_TIME, content, 0, content.length);
    if (seconds == DerTime.UNREADABLE) {
      throw value.malformed("is not a time");
    }
    return Instant.ofEpochSecond(seconds);
  }
}
