package cn.trustregistry.signing;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Certificates that the registry signs for itself, and requests for those that others sign. */
final class CertificateDrafts {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private CertificateDrafts() {}

  static X500Name name(String organization, String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.O, organization)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  /** Signed by itself (ETSI TS 119 612 5.7.1; RFC 6960 2.2 for a responder trusted locally). */
  static Certificate selfSigned(
      SigningKeyPair keys, SigningUse use, X500Name name, Instant from, Duration life) {
    Instant begin = from.minus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            new BigInteger(119, RANDOM).setBit(119),
            Date.from(begin),
            Date.from(begin.plus(life)),
            name,
            keys.info());
    try {
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new BcX509ExtensionUtils().createSubjectKeyIdentifier(keys.info()));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(Extension.extendedKeyUsage, use == SigningUse.OCSP, purpose(use));
      return Certificate.parse(builder.build(keys.signer()).getEncoded());
    } catch (IOException | MalformedObjectException e) {
      throw new IllegalStateException("a certificate just made does not parse", e);
    }
  }

  /** PKCS#10 (RFC 2986) that asks for what RFC 6960 4.2.2.2 wants in the certificate. */
  static byte[] request(SigningKeyPair keys, X500Name name) {
    try {
      ExtensionsGenerator wanted = new ExtensionsGenerator();
      wanted.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      wanted.addExtension(Extension.extendedKeyUsage, false, purpose(SigningUse.OCSP));
      wanted.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
      return new PKCS10CertificationRequestBuilder(name, keys.info())
          .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate())
          .build(keys.signer())
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a certification request cannot be made", e);
    }
  }

  private static ExtendedKeyUsage purpose(SigningUse use) {
    return new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.purpose())));
  }
}
