package cn.trustregistry.receipt;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The anchors of the time-stamping authorities that are believed: their own certificates or those
 * of their roots.
 */
public record TimeStampAuthorities(List<X509Certificate> anchors) {
  public static final TimeStampAuthorities NONE = new TimeStampAuthorities(List.of());

  public TimeStampAuthorities {
    anchors = List.copyOf(anchors);
  }

  /**
   * Reads certificates.
   *
   * @param file PEM, one or several
   * @throws GeneralSecurityException if there is something else in it
   */
  public static TimeStampAuthorities parse(byte[] file) throws GeneralSecurityException {
    List<X509Certificate> anchors = new ArrayList<>();
    for (var certificate : factory().generateCertificates(new ByteArrayInputStream(file))) {
      anchors.add((X509Certificate) certificate);
    }
    return new TimeStampAuthorities(anchors);
  }

  /**
   * @param chain the authority's certificate and its issuers, without the anchor
   * @throws GeneralSecurityException if it led to no anchor at that time (RFC 5280 6)
   */
  void require(List<X509Certificate> chain, Instant at) throws GeneralSecurityException {
    if (anchors.contains(chain.get(0))) {
      chain.get(0).checkValidity(Date.from(at));
      return;
    }
    Set<TrustAnchor> trusted =
        anchors.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
    PKIXParameters parameters = new PKIXParameters(trusted);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    List<X509Certificate> path = chain.stream().filter(c -> !anchors.contains(c)).toList();
    CertPathValidator.getInstance("PKIX", Sm2.PROVIDER)
        .validate(factory().generateCertPath(path), parameters);
  }

  private static CertificateFactory factory() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509", Sm2.PROVIDER);
  }
}
