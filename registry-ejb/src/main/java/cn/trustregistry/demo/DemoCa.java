package cn.trustregistry.demo;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

/** A certification authority of the demonstration, with its key. */
final class DemoCa {
  /** A certificate to be revoked from a time on. */
  record Revoked(BigInteger serial, Instant at, int reason) {
    static Revoked hold(BigInteger serial, Instant at) {
      return new Revoked(serial, at, CRLReason.certificateHold);
    }

    static Revoked keyCompromise(BigInteger serial, Instant at) {
      return new Revoked(serial, at, CRLReason.keyCompromise);
    }
  }

  /** What the next CRL is to say. */
  record NextCrl(long number, List<Revoked> revoked) {}

  /**
   * What a holder's certificate is to say.
   *
   * @param numberOid extension that carries the holder's number, or null
   */
  record Holder(
      String subject, int keyUsage, Instant from, Instant to, String numberOid, String number) {}

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CA_USAGE = KeyUsage.keyCertSign | KeyUsage.cRLSign;

  private final DemoKeys kind;
  private final X500Name name;
  private final KeyPair keys;
  private final X509ExtensionUtils identifiers = new BcX509ExtensionUtils();

  DemoCa(DemoKeys kind, X500Name name, KeyPair keys) {
    this.kind = kind;
    this.name = name;
    this.keys = keys;
  }

  KeyPair keys() {
    return keys;
  }

  /** Its own certificate, signed by itself. */
  Certificate root(Instant from, Instant to) {
    return ca(this, from, to);
  }

  /** The certificate of a CA below this one. */
  Certificate ca(DemoCa below, Instant from, Instant to) {
    X509v3CertificateBuilder builder = builder(below.name, below.keys, from, to);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(CA_USAGE));
      return signed(builder);
    } catch (IOException e) {
      throw new IllegalStateException("cannot make a CA certificate", e);
    }
  }

  /** A holder's certificate. */
  Certificate issue(Holder holder, KeyPair holderKeys) {
    X509v3CertificateBuilder builder =
        builder(new X500Name(holder.subject()), holderKeys, holder.from(), holder.to());
    try {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(holder.keyUsage()));
      builder.addExtension(
          new ASN1ObjectIdentifier(holder.numberOid()), false, new DERUTF8String(holder.number()));
      return signed(builder);
    } catch (IOException e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  /** A complete CRL, DER. */
  byte[] crl(NextCrl next, Instant from, Instant to) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, date(from));
    builder.setNextUpdate(date(to));
    for (Revoked entry : next.revoked()) {
      builder.addCRLEntry(entry.serial(), date(entry.at()), entry.reason());
    }
    try {
      builder.addExtension(
          Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(next.number())));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(info(keys)));
      return builder.build(kind.signer(keys)).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("cannot make a CRL", e);
    }
  }

  /** What follows this CRL of ours: the next number and the same entries. */
  NextCrl next(byte[] der) {
    X509CRLHolder last = new X509CRLHolder(CertificateList.getInstance(der));
    List<Revoked> revoked = new ArrayList<>();
    for (Object each : last.getRevokedCertificates()) {
      X509CRLEntryHolder entry = (X509CRLEntryHolder) each;
      CRLReason reason =
          CRLReason.getInstance(entry.getExtension(Extension.reasonCode).getParsedValue());
      revoked.add(
          new Revoked(
              entry.getSerialNumber(),
              entry.getRevocationDate().toInstant(),
              reason.getValue().intValue()));
    }
    BigInteger number =
        CRLNumber.getInstance(last.getExtension(Extension.cRLNumber).getParsedValue())
            .getCRLNumber();
    return new NextCrl(number.longValueExact() + 1, revoked);
  }

  private X509v3CertificateBuilder builder(
      X500Name subject, KeyPair subjectKeys, Instant from, Instant to) {
    BigInteger serial = new BigInteger(119, RANDOM).setBit(119);
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name, serial, date(from), date(to), subject, info(subjectKeys));
    try {
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(info(subjectKeys)));
      return builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(info(keys)));
    } catch (IOException e) {
      throw new IllegalStateException("cannot make key identifiers", e);
    }
  }

  private Certificate signed(X509v3CertificateBuilder builder) throws IOException {
    try {
      return Certificate.parse(builder.build(kind.signer(keys)).getEncoded());
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("a certificate just made does not parse", e);
    }
  }

  private static SubjectPublicKeyInfo info(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private static Date date(Instant instant) {
    return Date.from(instant.truncatedTo(ChronoUnit.SECONDS));
  }
}
