package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Builds OCSP responses for tests around {@link TestPki#NOW}; good, for an hour before it to an
 * hour after.
 */
public final class TestOcsp {
  public static final AlgorithmIdentifier SHA_1 = CertificateID.HASH_SHA1;
  public static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256);
  public static final AlgorithmIdentifier SM3 =
      new AlgorithmIdentifier(org.bouncycastle.asn1.gm.GMObjectIdentifiers.sm3);

  private final Certificate issuer;
  private final Certificate subject;
  private AlgorithmIdentifier hash = SHA_1;
  private @Nullable CertificateStatus status = CertificateStatus.GOOD;
  private Instant producedAt = TestPki.NOW.minus(Duration.ofHours(1));
  private Instant thisUpdate = TestPki.NOW.minus(Duration.ofHours(1));
  private @Nullable Instant nextUpdate = TestPki.NOW.plus(Duration.ofHours(1));
  private Certificate responder;
  private TestKey key;
  private final List<Certificate> enclosed = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<Extension> singleExtensions = new ArrayList<>();

  private TestOcsp(TestPki.Authority ca, Certificate subject) {
    this.issuer = ca.certificate();
    this.subject = subject;
    this.responder = ca.certificate();
    this.key = ca.key();
  }

  public static TestOcsp of(TestPki.Authority ca, Certificate subject) {
    return new TestOcsp(ca, subject);
  }

  public TestOcsp hash(AlgorithmIdentifier algorithm) {
    hash = algorithm;
    return this;
  }

  public TestOcsp status(CertificateStatus said) {
    status = said;
    return this;
  }

  public TestOcsp produced(Instant instant) {
    producedAt = instant;
    return this;
  }

  public TestOcsp from(Instant instant) {
    thisUpdate = instant;
    return this;
  }

  public TestOcsp to(@Nullable Instant instant) {
    nextUpdate = instant;
    return this;
  }

  /** Names this responder, signs with its key and encloses its certificate. */
  public TestOcsp by(TestPki.Issued delegated) {
    responder = delegated.certificate();
    enclosed.add(delegated.certificate());
    return signedBy(delegated.key());
  }

  public TestOcsp signedBy(TestKey other) {
    key = other;
    return this;
  }

  public TestOcsp extension(String oid, boolean critical, ASN1Encodable value) {
    extensions.add(TestPki.extensionOf(oid, critical, value));
    return this;
  }

  public TestOcsp singleExtension(String oid, boolean critical, ASN1Encodable value) {
    singleExtensions.add(TestPki.extensionOf(oid, critical, value));
    return this;
  }

  private static @Nullable Extensions extensions(List<Extension> list) {
    return list.isEmpty() ? null : new Extensions(list.toArray(Extension[]::new));
  }

  public byte[] encode() {
    try {
      BasicOCSPRespBuilder builder =
          new BasicOCSPRespBuilder(new RespID(new ResponderID(responder.subject().toX500Name())));
      CertificateID id =
          new CertificateID(
              new BcDigestCalculatorProvider().get(hash), holder(issuer), subject.serial());
      builder.addResponse(
          id,
          status,
          Date.from(thisUpdate),
          nextUpdate == null ? null : Date.from(nextUpdate),
          extensions(singleExtensions));
      builder.setResponseExtensions(extensions(extensions));
      X509CertificateHolder[] chain = new X509CertificateHolder[enclosed.size()];
      for (int i = 0; i < chain.length; i++) {
        chain[i] = holder(enclosed.get(i));
      }
      BasicOCSPResp basic = builder.build(key.contentSigner(), chain, Date.from(producedAt));
      return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static X509CertificateHolder holder(Certificate certificate) throws IOException {
    return new X509CertificateHolder(certificate.der());
  }
}
