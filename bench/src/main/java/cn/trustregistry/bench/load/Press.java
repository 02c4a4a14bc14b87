package cn.trustregistry.bench.load;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
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
 * Holders' certificates (RSA-2048) of the demonstration's 广西CA, as many as are wanted, with keys
 * that nobody has the private half of.
 */
public final class Press {
  private static final ASN1ObjectIdentifier CODE = new ASN1ObjectIdentifier("1.2.156.10260.4.1.4");
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final X509CertificateHolder issuer;
  private final PrivateKey key;
  private final Instant now = Instant.now();

  /**
   * @param demo the demonstration's folder
   */
  public Press(Path demo) throws IOException, GeneralSecurityException {
    Path ca = demo.resolve("gxca/ca");
    try (PEMParser parser =
        new PEMParser(new StringReader(Files.readString(ca.resolve("issuing-rsa.pem"))))) {
      issuer = (X509CertificateHolder) parser.readObject();
    }
    try (PemReader reader =
        new PemReader(new StringReader(Files.readString(ca.resolve("issuing-rsa.key.pem"))))) {
      key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(reader.readPemObject().getContent()));
    }
  }

  public X509CertificateHolder issuer() {
    return issuer;
  }

  public PrivateKey key() {
    return key;
  }

  /** DER of the certificates of the seeds from {@code first} on. */
  public List<byte[]> certificates(int first, int count) {
    return IntStream.range(first, first + count).parallel().mapToObj(this::certificate).toList();
  }

  private byte[] certificate(int seed) {
    Random random = new Random(seed);
    String code = code(random);
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer.getSubject(),
            new BigInteger(119, random).setBit(119),
            Date.from(now.minus(Duration.ofDays(30))),
            Date.from(now.plus(Duration.ofDays(335))),
            new X500Name("C=CN,ST=广西,O=投标人" + code + ",CN=投标人" + code),
            publicKey(random));
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new BcX509ExtensionUtils()
              .createAuthorityKeyIdentifier(issuer.getSubjectPublicKeyInfo()));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
      builder.addExtension(CODE, false, new DERUTF8String(code));
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)).getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SubjectPublicKeyInfo publicKey(Random random) throws IllegalStateException {
    BigInteger modulus = new BigInteger(2_048, random).setBit(2_047).setBit(0);
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPublicKey(modulus, BigInteger.valueOf(65_537)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A unified social credit code with its check character (GB 32100 4.3). */
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

  /** The line of a bulk publication that publishes this certificate. */
  public static String line(byte[] der) {
    return "{\"certificate\":\""
        + Base64.getEncoder().encodeToString(der)
        + "\",\"holderKind\":\"UNIT\",\"medium\":\"USB_KEY\"}\n";
  }
}
