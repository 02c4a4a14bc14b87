package cn.trustregistry.bench.xkms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.xkms.model.xkms.UseKeyWithType;
import org.apache.cxf.xkms.service.XKMSService;
import org.apache.cxf.xkms.x509.repo.CertificateRepo;
import org.apache.cxf.xkms.x509.validator.DateValidator;
import org.apache.cxf.xkms.x509.validator.TrustedAuthorityValidator;

/**
 * The XKMS service of Apache CXF on Jetty, with its validators of dates and of paths with
 * revocation, and root, CA and lists at hand as objects. It records nothing.
 */
public final class XkmsPeer {
  /** What the service is to know. */
  private record Known(
      List<X509Certificate> roots, List<X509Certificate> authorities, List<X509CRL> lists)
      implements CertificateRepo {
    @Override
    public List<X509Certificate> getTrustedCaCerts() {
      return roots;
    }

    @Override
    public List<X509Certificate> getCaCerts() {
      return authorities;
    }

    @Override
    public List<X509CRL> getCRLs() {
      return lists;
    }

    @Override
    public void saveCertificate(X509Certificate certificate, UseKeyWithType use) {
      throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate findBySubjectDn(String name) {
      return null;
    }

    @Override
    public X509Certificate findByServiceName(String name) {
      return null;
    }

    @Override
    public X509Certificate findByEndpoint(String name) {
      return null;
    }

    @Override
    public X509Certificate findByIssuerSerial(String issuer, String serial) {
      return null;
    }
  }

  private XkmsPeer() {}

  /**
   * @param args a port of this machine, and the folder of a demonstration's CA
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    TrustedAuthorityValidator paths =
        new TrustedAuthorityValidator(
            new Known(
                List.of(certificate(folder.resolve("root-rsa.pem"))),
                List.of(certificate(folder.resolve("issuing-rsa.pem"))),
                List.of(
                    crl(folder.resolve("root-rsa.crl.pem")),
                    crl(folder.resolve("issuing-rsa.crl.pem")))));
    paths.setEnableRevocation(true);
    XKMSService service = new XKMSService();
    service.setServiceName("bench");
    service.setLogExceptions(true);
    service.setValidators(List.of(new DateValidator(), paths));
    JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
    server.setServiceBean(service);
    server.setAddress("http://127.0.0.1:" + args[0] + "/xkms");
    server.create();
    System.out.println("ready");
    Thread.currentThread().join();
  }

  private static X509Certificate certificate(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static X509CRL crl(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
    }
  }
}
