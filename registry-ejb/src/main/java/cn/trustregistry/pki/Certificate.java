package cn.trustregistry.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

/**
 * An X.509 certificate (RFC 5280 section 4, GB/T 20518): an immutable value over its DER, decoded
 * once. Equal octet by octet.
 *
 * <p>Reading refuses what is not DER or not the ASN.1 of RFC 5280, and any known extension that is
 * malformed. It judges nothing else: whether the signature is good or the time right is the
 * business of the path.
 */
public final class Certificate {
  /** Larger certificates are refused unread. */
  public static final int MAX_OCTETS = 65_536;

  private final byte[] der;
  private final String sha256;
  private final byte[] tbs;
  private final int version;
  private final BigInteger serial;
  private final SignatureAlgorithm innerAlgorithm;
  private final SignatureAlgorithm signatureAlgorithm;
  private final byte[] signature;
  private final DistinguishedName issuer;
  private final DistinguishedName subject;
  private final Instant notBefore;
  private final Instant notAfter;
  private final PublicKey publicKey;
  private final Extensions extensions;
  private final boolean selfIssued;

  private Certificate(byte[] der) throws MalformedObjectException {
    this.der = der;
    DerReader outer = DerReader.over(der, "Certificate");
    DerReader certificate = outer.sequence("Certificate");
    outer.expectEnd();
    this.tbs = certificate.element("TBSCertificate");
    this.signatureAlgorithm =
        SignatureAlgorithm.read(certificate, "Certificate.signatureAlgorithm");
    this.signature = certificate.bitString(DerReader.BIT_STRING, "Certificate.signatureValue");
    certificate.expectEnd();

    DerReader body = DerReader.over(tbs, "TBSCertificate").sequence("TBSCertificate");
    this.version = version(body);
    this.serial = body.integer("TBSCertificate.serialNumber");
    this.innerAlgorithm = SignatureAlgorithm.read(body, "TBSCertificate.signature");
    this.issuer = DistinguishedName.read(body, "TBSCertificate.issuer");
    DerReader validity = body.sequence("TBSCertificate.validity");
    this.notBefore = CertificateTime.read(validity, "Validity.notBefore");
    this.notAfter = CertificateTime.read(validity, "Validity.notAfter");
    validity.expectEnd();
    this.subject = DistinguishedName.read(body, "TBSCertificate.subject");
    this.publicKey = PublicKey.parse(body.element("TBSCertificate.subjectPublicKeyInfo"));
    this.extensions = rest(body, version, issuer);
    this.selfIssued = subject.equals(issuer);
    this.sha256 = Digests.sha256(der);
  }

  /**
   * @throws MalformedObjectException if {@code der} is not exactly one certificate in DER
   */
  public static Certificate parse(byte[] der) throws MalformedObjectException {
    if (der.length > MAX_OCTETS) {
      throw new MalformedObjectException(
          "Certificate", "is larger than " + MAX_OCTETS + " octets", 0);
    }
    return new Certificate(der.clone());
  }

  /**
   * Reads DER, or the first certificate in PEM (RFC 7468).
   *
   * @throws MalformedObjectException if {@code pemOrDer} is neither
   */
  public static Certificate read(byte[] pemOrDer) throws MalformedObjectException {
    if (pemOrDer.length > 2 * MAX_OCTETS) {
      throw new MalformedObjectException(
          "Certificate", "is larger than " + 2 * MAX_OCTETS + " octets", 0);
    }
    boolean der = pemOrDer.length > 0 && pemOrDer[0] == DerReader.SEQUENCE;
    return parse(der ? pemOrDer : Pem.decode(pemOrDer, "CERTIFICATE"));
  }

  private static int version(DerReader body) throws MalformedObjectException {
    if (!body.nextIs(0xA0)) {
      return 1;
    }
    DerReader explicit = body.enter(0xA0, "TBSCertificate.version");
    int version = explicit.count(DerReader.INTEGER, "TBSCertificate.version");
    explicit.expectEnd();
    if (version > 2) {
      throw explicit.malformed("is not a known version");
    }
    return version + 1;
  }

  private static Extensions rest(DerReader body, int version, DistinguishedName issuer)
      throws MalformedObjectException {
    for (int uniqueId = 0x81; uniqueId <= 0x82; uniqueId++) {
      if (version > 1 && body.nextIs(uniqueId)) {
        body.bitString(uniqueId, "TBSCertificate.uniqueID");
      }
    }
    Extensions extensions = Extensions.NONE;
    if (version == 3 && body.nextIs(0xA3)) {
      DerReader explicit = body.enter(0xA3, "TBSCertificate.extensions");
      extensions = Extensions.read(explicit.sequence("Extensions"), issuer);
      explicit.expectEnd();
    }
    body.expectEnd();
    return extensions;
  }

  /** A copy of the encoding. */
  public byte[] der() {
    return der.clone();
  }

  /** Whether these octets are its encoding. */
  boolean isEncodedAs(byte[] octets) {
    return Arrays.equals(der, octets);
  }

  /**
   * SHA-256 over the encoding, in lower-case hexadecimal: the name of this certificate in evidence
   * and caches.
   */
  public String sha256() {
    return sha256;
  }

  /** 1, 2 or 3. */
  public int version() {
    return version;
  }

  public BigInteger serial() {
    return serial;
  }

  public DistinguishedName issuer() {
    return issuer;
  }

  public DistinguishedName subject() {
    return subject;
  }

  /** First moment of validity. */
  public Instant notBefore() {
    return notBefore;
  }

  /** Last moment of validity, which is part of it. */
  public Instant notAfter() {
    return notAfter;
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** The algorithm outside the signed part. */
  public SignatureAlgorithm signatureAlgorithm() {
    return signatureAlgorithm;
  }

  /** The algorithm inside the signed part, which has to be the same (RFC 5280 4.1.1.2). */
  public SignatureAlgorithm signedAlgorithm() {
    return innerAlgorithm;
  }

  /** A copy of the octets that are signed. */
  public byte[] tbs() {
    return tbs.clone();
  }

  /** A copy of the signature value. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Verifies this certificate's signature with the key of a would-be issuer. */
  SignatureOutcome signedBy(PublicKey key) {
    return SignatureSchemes.verify(key, signatureAlgorithm, tbs, signature);
  }

  public Extensions extensions() {
    return extensions;
  }

  /**
   * Whether subject and issuer are the same name (RFC 5280 6.1); the key may still be another's.
   */
  public boolean isSelfIssued() {
    return selfIssued;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Certificate that && sha256.equals(that.sha256));
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return subject + " (" + serial.toString(16) + ", issued by " + issuer + ")";
  }
}
