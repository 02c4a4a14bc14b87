package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistributionPoint;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.crl.IssuingDistributionPoint;
import java.util.Collections;
import java.util.List;

/**
 * Whether a list covers a certificate by way of one of its distribution points: RFC 5280 6.3.3 (b).
 */
final class CrlScope {
  private CrlScope() {}

  /**
   * @param scope what the list says it covers; its issuer is already known to be the one the point
   *     asks for
   * @param point a distribution point of the certificate
   */
  static boolean covers(
      IssuingDistributionPoint scope, DistributionPoint point, Certificate certificate) {
    if (!point.crlIssuers().isEmpty() && !scope.indirect()) {
      return false; // (b)(1)
    }
    if (!scope.names().isEmpty() && Collections.disjoint(scope.names(), names(point))) {
      return false; // (b)(2)(i)
    }
    boolean authority = certificate.extensions().isCa();
    boolean kind = authority ? !scope.onlyUserCertificates() : !scope.onlyCaCertificates();
    return kind && !scope.onlyAttributeCertificates(); // (b)(2)(ii) to (iv)
  }

  private static List<GeneralName> names(DistributionPoint point) {
    return point.names().isEmpty() ? point.crlIssuers() : point.names();
  }
}
