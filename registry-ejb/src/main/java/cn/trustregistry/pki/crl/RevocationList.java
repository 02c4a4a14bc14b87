package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.DistributionPoint;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certificate revocation list (RFC 5280 section 5), read once and immutable. It keeps what the
 * list says, not its encoding. Equal by the fingerprint of the encoding.
 *
 * <p>Limits: 2 GiB of encoding, {@value SerialIndex#MAX_SERIAL_OCTETS} octets of serial number, 64
 * KiB an entry, 256 KiB of list extensions, 2 GiB of index, revocation dates from 1900 to 4076.
 * Beyond them a list is refused as malformed.
 */
public final class RevocationList {
  private final String sha256;
  private final DistinguishedName issuer;
  private final SignatureAlgorithm signatureAlgorithm;
  private final Instant thisUpdate;
  private final @Nullable Instant nextUpdate;
  private final CrlExtensions extensions;
  private final SerialIndex entries;
  private final Map<DistinguishedName, Integer> issuers;
  private final Set<String> unknownCriticalInEntries;
  private final Map<PublicKey, SignatureOutcome> signatures;

  RevocationList(
      String sha256,
      DistinguishedName issuer,
      SignatureAlgorithm signatureAlgorithm,
      Instant thisUpdate,
      @Nullable Instant nextUpdate,
      CrlExtensions extensions,
      SerialIndex entries,
      Map<DistinguishedName, Integer> issuers,
      Set<String> unknownCriticalInEntries,
      Map<PublicKey, SignatureOutcome> signatures) {
    this.sha256 = sha256;
    this.issuer = issuer;
    this.signatureAlgorithm = signatureAlgorithm;
    this.thisUpdate = thisUpdate;
    this.nextUpdate = nextUpdate;
    this.extensions = extensions;
    this.entries = entries;
    this.issuers = Map.copyOf(issuers);
    this.unknownCriticalInEntries = Set.copyOf(unknownCriticalInEntries);
    this.signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
  }

  /**
   * Reads a list in DER or PEM in one pass and verifies its signature on the way.
   *
   * @param in read to its end and not closed
   * @param signers the keys to verify the signature under
   * @throws MalformedObjectException if the octets are not exactly one list in DER
   * @throws IOException if {@code in} throws it
   */
  public static RevocationList read(InputStream in, CrlSigners signers)
      throws IOException, MalformedObjectException {
    try {
      return CrlParser.parse(PemStream.decoded(in), signers);
    } catch (PemStream.BrokenArmour e) {
      throw new MalformedObjectException("X509 CRL", "has PEM content that is not base 64", -1);
    }
  }

  /** As {@link #read(InputStream, CrlSigners)}. */
  public static RevocationList read(byte[] pemOrDer, CrlSigners signers)
      throws MalformedObjectException {
    try {
      return read(new ByteArrayInputStream(pemOrDer), signers);
    } catch (IOException e) {
      throw new IllegalStateException("reading an array does not fail", e);
    }
  }

  /**
   * The DER encoding of a list in DER or PEM; what it holds is not looked at.
   *
   * @throws MalformedObjectException if it is PEM whose content is not base 64
   */
  public static byte[] derOf(byte[] pemOrDer) throws MalformedObjectException {
    try {
      return PemStream.decoded(new ByteArrayInputStream(pemOrDer)).readAllBytes();
    } catch (IOException e) {
      throw new MalformedObjectException("X509 CRL", "has PEM content that is not base 64", -1);
    }
  }

  /**
   * SHA-256 over the DER encoding, in lower-case hexadecimal: the name of this list in evidence and
   * stores.
   */
  public String sha256() {
    return sha256;
  }

  public DistinguishedName issuer() {
    return issuer;
  }

  public SignatureAlgorithm signatureAlgorithm() {
    return signatureAlgorithm;
  }

  public Instant thisUpdate() {
    return thisUpdate;
  }

  /**
   * When the next list will be there at the latest; null if the list does not say, which RFC 5280
   * 5.1.2.5 forbids.
   */
  public @Nullable Instant nextUpdate() {
    return nextUpdate;
  }

  /** The CRL number (RFC 5280 5.2.3), or null. */
  public @Nullable BigInteger number() {
    return extensions.number;
  }

  /**
   * The number of the complete list that a delta starts from (RFC 5280 5.2.4); null if this list is
   * complete.
   */
  public @Nullable BigInteger baseNumber() {
    return extensions.baseNumber;
  }

  public boolean isDelta() {
    return extensions.baseNumber != null;
  }

  /** The key identifier of the signer (RFC 5280 5.2.1), or null. */
  public @Nullable Octets authorityKeyIdentifier() {
    return extensions.authorityKeyIdentifier;
  }

  /** What the list covers. */
  public IssuingDistributionPoint scope() {
    return extensions.scope;
  }

  /**
   * Where deltas to this list are published (RFC 5280 5.2.6); empty if there is no such extension.
   */
  public List<DistributionPoint> freshest() {
    return extensions.freshest;
  }

  /**
   * From when on expired certificates are kept on the list (X.509 expiredCertsOnCRL), or null if
   * they may be dropped.
   */
  public @Nullable Instant expiredCertsSince() {
    return extensions.expiredCertsSince;
  }

  /**
   * Dotted identifiers of critical extensions of the list that the engine does not know (RFC 5280
   * 5.2).
   */
  public Set<String> unknownCritical() {
    return Collections.unmodifiableSet(extensions.unknownCritical);
  }

  /**
   * Dotted identifiers of critical extensions of entries that the engine does not know (RFC 5280
   * 5.3); at most 64 of them.
   */
  public Set<String> unknownCriticalInEntries() {
    return unknownCriticalInEntries;
  }

  /** Number of entries, repeated ones included. */
  public int size() {
    return entries.size();
  }

  /**
   * What is listed for a certificate, or null if it is not listed. Whether the list covers the
   * certificate at all is not asked here.
   *
   * @param serial the certificate's serial number
   * @param certificateIssuer the certificate's issuer; another than the list's own is found in
   *     indirect lists only
   */
  public @Nullable RevokedEntry find(BigInteger serial, DistinguishedName certificateIssuer) {
    Integer number = issuers.get(certificateIssuer);
    return number == null ? null : entries.find(serial, number);
  }

  /** What came of the signature under each key tried, in the order tried. */
  public Map<PublicKey, SignatureOutcome> signatures() {
    return signatures;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevocationList that && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return (isDelta() ? "delta CRL " : "CRL ") + number() + " of " + issuer + " at " + thisUpdate;
  }
}
