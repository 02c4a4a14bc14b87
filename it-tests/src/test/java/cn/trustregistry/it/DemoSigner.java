package cn.trustregistry.it;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** A holder of the demonstration who signs, by Bouncy Castle's own provider and CMS. */
public record DemoSigner(byte[] certificate, PrivateKey key, String algorithm) {
  private static final Provider BC = new BouncyCastleProvider();

  /**
   * @param name of the certificate's file without its ending
   */
  public static DemoSigner of(DemoClient client, String name) {
    boolean sm2 = name.contains("sm2");
    try {
      PrivateKey key =
          KeyFactory.getInstance(sm2 ? "EC" : "RSA", BC)
              .generatePrivate(new PKCS8EncodedKeySpec(client.der(name + ".key.pem")));
      return new DemoSigner(client.der(name + ".pem"), key, sm2 ? "SM3withSM2" : "SHA256withRSA");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] sign(byte[] content) {
    return sign(algorithm, content);
  }

  public byte[] sign(String other, byte[] content) {
    try {
      Signature signature = Signature.getInstance(other, BC);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] cms(byte[] content, boolean enclosed) {
    try {
      X509CertificateHolder holder = new X509CertificateHolder(certificate);
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
              .build(new JcaContentSignerBuilder(algorithm).setProvider(BC).build(key), holder));
      generator.addCertificates(new CollectionStore<>(List.of(holder)));
      return generator.generate(new CMSProcessableByteArray(content), enclosed).getEncoded();
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SM2 signed data under the identifiers of GB/T 35275, without attributes. */
  public byte[] gbt35275(byte[] content) {
    try {
      Certificate own = Certificate.getInstance(certificate);
      AlgorithmIdentifier sm3 =
          new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.156.10197.1.401"));
      SignerInfo signer =
          new SignerInfo(
              new SignerIdentifier(
                  new IssuerAndSerialNumber(own.getIssuer(), own.getSerialNumber().getValue())),
              sm3,
              (DERSet) null,
              new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.156.10197.1.301.1")),
              new DEROctetString(sign(content)),
              (DERSet) null);
      SignedData data =
          new SignedData(
              new DERSet(sm3),
              new ContentInfo(
                  new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.1"), new DEROctetString(content)),
              new DERSet(own),
              null,
              new DERSet(signer));
      return new ContentInfo(new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2"), data)
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The element {@code signature} of a raw signature. */
  public String raw(byte[] value) {
    return raw(algorithm, value);
  }

  public String raw(String named, byte[] value) {
    return "<v:signature><v:format>RAW</v:format><v:value>%s</v:value><v:algorithm>%s</v:algorithm><v:certificate>%s</v:certificate></v:signature>"
        .formatted(base64(value), named, base64(certificate));
  }

  public static String document(String format, byte[] value) {
    return "<v:signature><v:format>%s</v:format><v:value>%s</v:value></v:signature>"
        .formatted(format, base64(value));
  }

  public static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }
}
