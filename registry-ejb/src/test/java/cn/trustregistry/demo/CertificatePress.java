package cn.trustregistry.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * Prints holders' certificates of a demonstration's issuing CA, as many as are wanted. Each has a
 * holder of its own and a key of its own that nobody has the private half of, since none is needed.
 */
public final class CertificatePress {
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-06-01T00:00:00Z");

  private static final Map<String, String> OIDS =
      Map.of(
          "gxca", "1.2.156.10260.4.1.4",
          "huace", "1.2.86.11.7.4",
          "itrus", "1.2.156.112578.1");

  private final X509CertificateHolder issuer;
  private final PrivateKey key;
  private final String codeOid;
  private final Extension authorityKey;

  /**
   * @param folder a company's in the demonstration, as in {@code demo/gxca}
   * @param codeOid extension where the company puts the credit code
   */
  public CertificatePress(Path folder, String codeOid) throws IOException {
    this.codeOid = codeOid;
    this.issuer = issuer(Files.readString(folder.resolve("ca/issuing-rsa.pem")));
    this.key = key(Files.readString(folder.resolve("ca/issuing-rsa.key.pem")));
    this.authorityKey =
        new Extension(
            Extension.authorityKeyIdentifier,
            false,
            new BcX509ExtensionUtils()
                .createAuthorityKeyIdentifier(issuer.getSubjectPublicKeyInfo())
                .getEncoded());
  }

  /** A press for a company of a demonstration. */
  public static CertificatePress of(Path data, String company) {
    try {
      return new CertificatePress(
          data.resolve("demo").resolve(company), OIDS.getOrDefault(company, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A press for the first company of the demonstration. */
  public static CertificatePress of(Path data) throws IOException {
    return new CertificatePress(data.resolve("demo/gxca"), "1.2.156.10260.4.1.4");
  }

  /** The CA that issues what is printed. */
  public X509CertificateHolder issuer() {
    return issuer;
  }

  /** The CA's private key. */
  public PrivateKey key() {
    return key;
  }

  private static X509CertificateHolder issuer(String pem) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return (X509CertificateHolder) parser.readObject();
    }
  }

  private static PrivateKey key(String pem) throws IOException {
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(reader.readPemObject().getContent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The DER of one signing certificate; the same seed gives the same holder, key and serial. */
  public byte[] signing(long seed) {
    return print(seed, 2048, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
  }

  /** The encryption certificate of the holder of this seed. */
  public byte[] encryption(long seed) {
    return print(seed, 2048, KeyUsage.keyEncipherment | KeyUsage.dataEncipherment);
  }

  /** A signing certificate with a key too small to be published. */
  public byte[] weak(long seed) {
    return print(seed, 1024, KeyUsage.digitalSignature);
  }

  /**
   * What a certificate is to be.
   *
   * @param holder seed of the holder
   * @param key seed of the key and of the serial number, together with {@code usage}
   */
  public record Sheet(long holder, long key, int usage, Instant from, Instant to) {
    public static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    public static final int ENCRYPTION = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
  }

  /** The credit code of the holder of this seed. */
  public static String codeOf(long holder) {
    return code(new Random(holder));
  }

  public byte[] print(Sheet sheet) {
    Random key = new Random(31 * sheet.key() + sheet.usage());
    return print(
        codeOf(sheet.holder()),
        publicKey(key, 2048),
        new BigInteger(119, new Random(sheet.hashCode())).setBit(119),
        sheet);
  }

  private byte[] print(long seed, int bits, int usage) {
    Random random = new Random(31 * seed + usage);
    SubjectPublicKeyInfo holderKey = publicKey(random, bits);
    return print(
        codeOf(seed),
        holderKey,
        new BigInteger(119, random).setBit(119),
        new Sheet(seed, seed, usage, FROM, TO));
  }

  private byte[] print(
      String code, SubjectPublicKeyInfo holderKey, BigInteger serial, Sheet sheet) {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer.getSubject(),
            serial,
            Date.from(sheet.from()),
            Date.from(sheet.to()),
            new X500Name("C=CN,ST=广西,O=投标人" + code + ",CN=投标人" + code),
            holderKey);
    try {
      builder.addExtension(authorityKey);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new BcX509ExtensionUtils().createSubjectKeyIdentifier(holderKey));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(sheet.usage()));
      builder.addExtension(new ASN1ObjectIdentifier(codeOid), false, new DERUTF8String(code));
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)).getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SubjectPublicKeyInfo publicKey(Random random, int bits) {
    BigInteger modulus = new BigInteger(bits, random).setBit(bits - 1).setBit(0);
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPublicKey(modulus, BigInteger.valueOf(65537)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A code with its check character (GB 32100 4.3). */
  private static String code(Random random) {
    StringBuilder code = new StringBuilder("91450");
    while (code.length() < 17) {
      code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += weight * CODE_CHARACTERS.indexOf(code.charAt(i));
      weight = weight * 3 % 31;
    }
    return code.append(CODE_CHARACTERS.charAt((31 - sum % 31) % 31)).toString();
  }

  /** A line of a bulk publication. */
  public static String line(byte[] der) {
    return "{\"certificate\":\""
        + Base64.getEncoder().encodeToString(der)
        + "\",\"holderKind\":\"UNIT\",\"medium\":\"USB_KEY\"}\n";
  }

  /** Lines of signing certificates of the seeds from {@code from} on. */
  public List<String> lines(long from, int count) {
    return IntStream.range(0, count).parallel().mapToObj(i -> line(signing(from + i))).toList();
  }

  /** Writes a file for a measurement: data directory, count, file. */
  public static void main(String[] arguments) throws IOException {
    CertificatePress press = of(Path.of(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]), US_ASCII)) {
      for (int done = 0; done < count; done += 1_000) {
        for (String line : press.lines(done, Math.min(1_000, count - done))) {
          out.write(line);
        }
      }
    }
  }
}
