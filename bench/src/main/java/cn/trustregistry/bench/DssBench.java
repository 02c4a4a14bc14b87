package cn.trustregistry.bench;

import cn.trustregistry.pki.TestKey;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.CertificateValidator;
import eu.europa.esig.dss.validation.reports.CertificateReports;
import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Certificate validation of EU DSS, offline, with certificates and lists at hand as objects. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DssBench {
  @Param({"RSA", "P256"})
  public TestKey.Kind kind = TestKey.Kind.RSA;

  private CertificateToken holder;
  private CommonCertificateVerifier verifier;

  @Setup
  public void prepare() {
    Hierarchy made = new Hierarchy(kind);
    holder = DSSUtils.loadCertificate(made.holder.der());
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(made.root.certificate().der()));
    CommonCertificateSource known = new CommonCertificateSource();
    known.addCertificate(DSSUtils.loadCertificate(made.ca.certificate().der()));
    verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trusted);
    verifier.setAdjunctCertSources(known);
    verifier.setCrlSource(
        new ExternalResourcesCRLSource(
            new ByteArrayInputStream(made.rootCrl), new ByteArrayInputStream(made.caCrl)));
  }

  @Benchmark
  public CertificateReports dss() {
    CertificateValidator validator = CertificateValidator.fromCertificate(holder);
    validator.setCertificateVerifier(verifier);
    validator.setValidationTime(Date.from(Hierarchy.NOW));
    CertificateReports reports = validator.validate();
    Indication indication =
        reports.getSimpleReport().getCertificateIndication(holder.getDSSIdAsString());
    if (indication == Indication.FAILED || indication == null) {
      throw new IllegalStateException(String.valueOf(indication));
    }
    return reports;
  }
}
