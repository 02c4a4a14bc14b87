package cn.trustregistry.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Builds hierarchies for tests around one fixed moment, {@link #NOW}.
 *
 * <pre>{@code
 * TestPki.Authority root = TestPki.root("CN=Root", TestKey.Kind.SM2);
 * TestPki.Authority ca = root.authority("CN=CA");
 * Certificate holder = ca.issue("CN=Holder", spec -> spec.keyUsage(KeyUsage.digitalSignature)).certificate();
 * }</pre>
 */
public final class TestPki {
  /** The moment tests ask about. */
  public static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private TestPki() {}

  /** A self-signed CA valid from ten years before {@link #NOW} to ten years after it. */
  public static Authority root(String name, TestKey.Kind kind) {
    TestKey key = TestKey.of(kind, name);
    Spec spec =
        new Spec(name, key)
            .ca(null)
            .from(NOW.minus(Duration.ofDays(3650)))
            .to(NOW.plus(Duration.ofDays(3650)));
    return new Authority(spec.signedBy(name, key), key);
  }

  /** What a certificate is to say. */
  public static final class Spec {
    private final String subject;
    private TestKey key;
    private BigInteger serial;
    private Instant notBefore = NOW.minus(Duration.ofDays(365));
    private Instant notAfter = NOW.plus(Duration.ofDays(365));
    private final Map<String, Extension> extensions = new LinkedHashMap<>();

    private Spec(String subject, TestKey key) {
      this.subject = subject;
      this.key = key;
      this.serial = BigInteger.valueOf(1 + (subject.hashCode() & 0x7FFFFFFFL));
      subjectKeyIdentifier();
    }

    private void subjectKeyIdentifier() {
      String hash = key.publicKey().sha256().substring(0, 40);
      extension(
          Extensions.SUBJECT_KEY_IDENTIFIER,
          false,
          new SubjectKeyIdentifier(HexFormat.of().parseHex(hash)));
    }

    public Spec key(TestKey other) {
      key = other;
      subjectKeyIdentifier();
      return this;
    }

    public Spec serial(long number) {
      serial = BigInteger.valueOf(number);
      return this;
    }

    public Spec from(Instant instant) {
      notBefore = instant;
      return this;
    }

    public Spec to(Instant instant) {
      notAfter = instant;
      return this;
    }

    /** Makes it a CA certificate; {@code pathLength} may be null. */
    public Spec ca(@Nullable Integer pathLength) {
      BasicConstraints constraints =
          pathLength == null ? new BasicConstraints(true) : new BasicConstraints(pathLength);
      extension(Extensions.BASIC_CONSTRAINTS, true, constraints);
      return keyUsage(
          org.bouncycastle.asn1.x509.KeyUsage.keyCertSign
              | org.bouncycastle.asn1.x509.KeyUsage.cRLSign);
    }

    /** Sets the key usage to these bits of {@link org.bouncycastle.asn1.x509.KeyUsage}. */
    public Spec keyUsage(int bits) {
      return extension(Extensions.KEY_USAGE, true, new org.bouncycastle.asn1.x509.KeyUsage(bits));
    }

    public Spec extendedKeyUsage(KeyPurposeId... purposes) {
      return extension(Extensions.EXTENDED_KEY_USAGE, false, new ExtendedKeyUsage(purposes));
    }

    public Spec alternativeNames(GeneralName... names) {
      return extension(
          Extensions.SUBJECT_ALTERNATIVE_NAME, subject.isEmpty(), new GeneralNames(names));
    }

    /** Adds or replaces an extension. */
    public Spec extension(String oid, boolean critical, ASN1Encodable value) {
      try {
        extensions.put(
            oid,
            new Extension(
                new ASN1ObjectIdentifier(oid),
                critical,
                value.toASN1Primitive().getEncoded("DER")));
        return this;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Adds or replaces an extension whose value is these octets, DER or not. */
    public Spec rawExtension(String oid, boolean critical, byte[] value) {
      extensions.put(oid, new Extension(new ASN1ObjectIdentifier(oid), critical, value));
      return this;
    }

    public Spec without(String oid) {
      extensions.remove(oid);
      return this;
    }

    private Certificate signedBy(String issuer, TestKey issuerKey) {
      try {
        return Certificate.parse(encodedBy(issuer, issuerKey));
      } catch (MalformedObjectException e) {
        throw new IllegalStateException(e);
      }
    }

    private byte[] encodedBy(String issuer, TestKey issuerKey) {
      try {
        X509v3CertificateBuilder builder =
            new X509v3CertificateBuilder(
                new X500Name(issuer),
                serial,
                Date.from(notBefore),
                Date.from(notAfter),
                new X500Name(subject),
                key.info());
        for (Extension extension : extensions.values()) {
          builder.addExtension(extension);
        }
        return builder.build(issuerKey.contentSigner()).getEncoded();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** An extension of a list or of one of its entries. */
  public static Extension extensionOf(String oid, boolean critical, ASN1Encodable value) {
    try {
      return new Extension(
          new ASN1ObjectIdentifier(oid), critical, value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate and its key. */
  public record Issued(Certificate certificate, TestKey key) {}

  /** A CA: its certificate, its key, and what it can sign. */
  public record Authority(Certificate certificate, TestKey key) {
    /** A subordinate CA with a key of the same kind and no limits. */
    public Authority authority(String name) {
      return authority(name, spec -> spec);
    }

    public Authority authority(String name, UnaryOperator<Spec> change) {
      Issued issued = issue(name, spec -> change.apply(spec.ca(null)));
      return new Authority(issued.certificate(), issued.key());
    }

    /**
     * An end-entity certificate with a key of the same kind, valid for a year before and after
     * {@link #NOW}.
     */
    public Issued issue(String name) {
      return issue(name, spec -> spec);
    }

    public Issued issue(String name, UnaryOperator<Spec> change) {
      Spec spec = change.apply(spec(name));
      return new Issued(spec.signedBy(name(), key), spec.key);
    }

    /** The encoding alone, which need not be a well-formed certificate. */
    public byte[] encode(String name, UnaryOperator<Spec> change) {
      return change.apply(spec(name)).encodedBy(name(), key);
    }

    private Spec spec(String name) {
      Spec spec = new Spec(name, key.another(name));
      Octets identifier = certificate.extensions().subjectKeyIdentifier();
      return identifier == null
          ? spec
          : spec.extension(
              Extensions.AUTHORITY_KEY_IDENTIFIER,
              false,
              new AuthorityKeyIdentifier(identifier.toArray()));
    }

    private String name() {
      return certificate.subject().toString();
    }

    /** A CRL of this CA from a day before {@link #NOW} to a day after it. */
    public CrlSpec crl(long number) {
      return new CrlSpec(certificate.subject().toX500Name(), key, number);
    }
  }

  /** What a CRL is to say. */
  public static final class CrlSpec {
    private X500Name issuer;
    private TestKey key;
    private Instant thisUpdate = NOW.minus(Duration.ofDays(1));
    private @Nullable Instant nextUpdate = NOW.plus(Duration.ofDays(1));
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Extension> extensions = new LinkedHashMap<>();

    private record Entry(BigInteger serial, Instant date, Extension[] extensions) {}

    private CrlSpec(X500Name issuer, TestKey key, long number) {
      this.issuer = issuer;
      this.key = key;
      extension("2.5.29.20", false, new CRLNumber(BigInteger.valueOf(number)));
    }

    public CrlSpec from(Instant instant) {
      thisUpdate = instant;
      return this;
    }

    /** Sets nextUpdate; null leaves it out. */
    public CrlSpec to(@Nullable Instant instant) {
      nextUpdate = instant;
      return this;
    }

    /** Adds an entry with one of the numbers of CRLReason (RFC 5280 5.3.1). */
    public CrlSpec revoke(BigInteger serial, Instant date, int reason) {
      return entry(serial, date, extensionOf("2.5.29.21", false, CRLReason.lookup(reason)));
    }

    /** Adds an entry with these extensions; a serial number may come more than once. */
    public CrlSpec entry(BigInteger serial, Instant date, Extension... entryExtensions) {
      entries.add(new Entry(serial, date, entryExtensions));
      return this;
    }

    /** Signs with another key than the issuer's. */
    public CrlSpec signedBy(TestKey other) {
      key = other;
      return this;
    }

    /** Puts another issuer's name in. */
    public CrlSpec named(String name) {
      issuer = new X500Name(name);
      return this;
    }

    public CrlSpec scope(IssuingDistributionPoint scope) {
      return extension("2.5.29.28", true, scope);
    }

    public CrlSpec without(String oid) {
      extensions.remove(oid);
      return this;
    }

    /** Makes it a delta to this base number. */
    public CrlSpec deltaTo(long base) {
      return extension("2.5.29.27", true, new ASN1Integer(base));
    }

    public CrlSpec extension(String oid, boolean critical, ASN1Encodable value) {
      extensions.put(oid, extensionOf(oid, critical, value));
      return this;
    }

    /** The signed CRL in DER. */
    public byte[] encode() {
      try {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(thisUpdate));
        if (nextUpdate != null) {
          builder.setNextUpdate(Date.from(nextUpdate));
        }
        for (Entry entry : entries) {
          builder.addCRLEntry(
              entry.serial(),
              Date.from(entry.date()),
              entry.extensions().length == 0
                  ? null
                  : new org.bouncycastle.asn1.x509.Extensions(entry.extensions()));
        }
        for (Extension extension : extensions.values()) {
          builder.addExtension(extension);
        }
        return builder.build(key.contentSigner()).getEncoded();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
