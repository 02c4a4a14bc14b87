package cn.trustregistry.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.pki.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** The folder with the demo users' certificates and keys; keys are readable by their owner only. */
final class DemoFiles {
  private static final String LOADING = "loading";

  private final Path folder;

  DemoFiles(Path folder) {
    this.folder = folder;
  }

  /** From now on, until {@link #loaded}, the demonstration is half there; a restart sees that. */
  void loading() {
    secretText(LOADING, "");
  }

  void loaded() {
    try {
      Files.delete(folder.resolve(LOADING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean halfLoaded() {
    return exists(LOADING);
  }

  void certificate(String name, byte[] der) {
    write(name + ".pem", "CERTIFICATE", der);
  }

  void crl(String name, byte[] der) {
    write(name + ".crl.pem", "X509 CRL", der);
  }

  /** The private key in PKCS#8 and the public key beside it. */
  void keys(String name, KeyPair keys) {
    write(name + ".key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
    write(name + ".pub.pem", "PUBLIC KEY", keys.getPublic().getEncoded());
  }

  boolean exists(String name) {
    return Files.exists(folder.resolve(name));
  }

  X500Name readSubject(String name) {
    return Certificate.getInstance(read(name + ".pem")).getSubject();
  }

  /** Fingerprint of a certificate. */
  String sha256(String name) {
    return Digests.sha256(read(name + ".pem"));
  }

  byte[] readCertificate(String name) {
    return read(name + ".pem");
  }

  byte[] readCrl(String name) {
    return read(name + ".crl.pem");
  }

  KeyPair readKeys(String name) {
    try {
      byte[] pkcs8 = read(name + ".key.pem");
      boolean rsa =
          !PrivateKeyInfo.getInstance(pkcs8)
              .getPrivateKeyAlgorithm()
              .getAlgorithm()
              .equals(X9ObjectIdentifiers.id_ecPublicKey);
      KeyFactory factory = KeyFactory.getInstance(rsa ? "RSA" : "EC", DemoKeys.PROVIDER);
      PublicKey open = factory.generatePublic(new X509EncodedKeySpec(read(name + ".pub.pem")));
      PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new KeyPair(open, secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the demo key " + name + " cannot be read", e);
    }
  }

  /** A text only its owner can read. */
  void secretText(String name, String text) {
    try {
      Path file = prepared(name);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(String name) {
    try (PemReader reader =
        new PemReader(Files.newBufferedReader(folder.resolve(name), US_ASCII))) {
      return reader.readPemObject().getContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String type, byte[] der) {
    try {
      Path file = prepared(name);
      try (PemWriter writer = new PemWriter(Files.newBufferedWriter(file, US_ASCII))) {
        writer.writeObject(new PemObject(type, der));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path prepared(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
