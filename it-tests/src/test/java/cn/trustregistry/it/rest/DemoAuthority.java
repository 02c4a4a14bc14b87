package cn.trustregistry.it.rest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemReader;

/** The RSA issuing CA of a demonstration company, with the key that the registry left behind. */
record DemoAuthority(X509CertificateHolder certificate, PrivateKey key) {
  static DemoAuthority of(Path data, String tenant) {
    Path folder = data.resolve("demo").resolve(tenant).resolve("ca");
    try {
      return new DemoAuthority(
          new X509CertificateHolder(pem(folder.resolve("issuing-rsa.pem"))),
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(pem(folder.resolve("issuing-rsa.key.pem")))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] crl(long number, Instant thisUpdate, Instant nextUpdate) {
    try {
      X509v2CRLBuilder crl = new X509v2CRLBuilder(certificate.getSubject(), Date.from(thisUpdate));
      crl.setNextUpdate(Date.from(nextUpdate));
      crl.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      crl.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
      return crl.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)).getEncoded();
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new CA below this one, DER. */
  byte[] newCa(String name, Instant from, Instant to) {
    return issue(name, from, to, true);
  }

  /** A new holder's certificate, DER. */
  byte[] newHolder(String name, Instant from, Instant to) {
    return issue(name, from, to, false);
  }

  private byte[] issue(String name, Instant from, Instant to, boolean ca) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair keys = generator.generateKeyPair();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              certificate.getSubject(),
              BigInteger.valueOf(System.nanoTime()),
              Date.from(from),
              Date.from(to),
              new X500Name(name),
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)).getEncoded();
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pem(Path file) throws IOException {
    try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
      return reader.readPemObject().getContent();
    }
  }
}
