package cn.trustregistry.receipt;

import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** A time-stamping authority (RFC 3161) with a root and a certificate of its own. */
public final class TestTimeStamps {
  private final TestPki.Authority root;
  private final TestPki.Issued own;

  private TestTimeStamps(TestPki.Authority root, TestPki.Issued own) {
    this.root = root;
    this.own = own;
  }

  public static TestTimeStamps of(String name) {
    TestPki.Authority root = TestPki.root(name + " root", TestKey.Kind.P256);
    TestPki.Issued own =
        root.issue(
            name,
            spec ->
                spec.without("2.5.29.37")
                    .extension(
                        "2.5.29.37", true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
    return new TestTimeStamps(root, own);
  }

  /** Who believes in its root. */
  public TimeStampAuthorities trusted() throws Exception {
    return new TimeStampAuthorities(List.of(x509(root.certificate().der())));
  }

  /** The root in DER. */
  public byte[] rootDer() {
    return root.certificate().der();
  }

  /** Its answer in DER to a question in DER. */
  public byte[] answer(byte[] question, Instant at) throws Exception {
    X509CertificateHolder holder = new X509CertificateHolder(own.certificate().der());
    var digests = new JcaDigestCalculatorProviderBuilder().setProvider(Sm2.PROVIDER).build();
    SignerInfoGeneratorBuilder builder = new SignerInfoGeneratorBuilder(digests);
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            builder.build(own.key().contentSigner(), holder),
            digests.get(
                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                    new ASN1ObjectIdentifier(TSPAlgorithms.SHA256.getId()))),
            new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
    tokens.addCertificates(new CollectionStore<>(List.of(holder)));
    return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
        .generate(new TimeStampRequest(question), BigInteger.ONE, Date.from(at))
        .getEncoded();
  }

  private static X509Certificate x509(byte[] der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", Sm2.PROVIDER)
            .generateCertificate(new ByteArrayInputStream(der));
  }
}
