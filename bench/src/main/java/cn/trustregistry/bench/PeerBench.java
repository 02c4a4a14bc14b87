package cn.trustregistry.bench;

import cn.trustregistry.pki.TestKey;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorResult;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * PKIX of the JDK and of Bouncy Castle on the warm path: certificates, lists and parameters are
 * there as objects, the path is already built, and whatever these objects remember they may. The
 * JDK knows no SM2.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeerBench {
  /** Whose implementation. */
  public enum Peer {
    JDK,
    BC
  }

  @Param({"JDK", "BC"})
  public Peer peer = Peer.JDK;

  @Param({"RSA", "P256", "SM2"})
  public TestKey.Kind kind = TestKey.Kind.RSA;

  private CertPathValidator validator;
  private CertPath path;
  private PKIXParameters parameters;

  @Setup
  public void prepare() throws Exception {
    Hierarchy made = new Hierarchy(kind);
    Provider bouncy = new BouncyCastleProvider();
    if (peer == Peer.BC) {
      Security.addProvider(bouncy);
    }
    CertificateFactory factory =
        peer == Peer.JDK
            ? CertificateFactory.getInstance("X.509")
            : CertificateFactory.getInstance("X.509", bouncy);
    path =
        factory.generateCertPath(
            List.of(read(factory, made.holder.der()), read(factory, made.ca.certificate().der())));
    X509Certificate root = read(factory, made.root.certificate().der());
    parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setDate(Date.from(Hierarchy.NOW));
    CollectionCertStoreParameters lists =
        new CollectionCertStoreParameters(
            List.of(
                factory.generateCRL(new ByteArrayInputStream(made.rootCrl)),
                factory.generateCRL(new ByteArrayInputStream(made.caCrl))));
    parameters.addCertStore(CertStore.getInstance("Collection", lists));
    validator =
        peer == Peer.JDK
            ? CertPathValidator.getInstance("PKIX")
            : CertPathValidator.getInstance("PKIX", bouncy);
  }

  private static X509Certificate read(CertificateFactory factory, byte[] der)
      throws GeneralSecurityException {
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
  }

  @Benchmark
  public CertPathValidatorResult pkix() throws GeneralSecurityException {
    return validator.validate(path, parameters);
  }
}
