package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions.BasicConstraints;
import org.jspecify.annotations.Nullable;

/**
 * No more certificates that are not self-issued come between a CA and the target than the CA allows
 * (RFC 5280 6.1.4(l) and (m)); the anchor's own limit counts as well (RFC 5937 3.2).
 */
final class PathLengthCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    TrustAnchor anchor = examination.path.anchor();
    Certificate limiting = anchor == null ? examination.path.target() : anchor.certificate();
    int left =
        limit(anchor == null ? null : limiting.extensions().basicConstraints(), Integer.MAX_VALUE);
    int limit = left;
    for (int i = examination.path.length() - 1; i > 0; i--) {
      Certificate certificate = examination.certificate(i);
      if (!certificate.isSelfIssued()) {
        if (left == 0) {
          examination.add(new PathReason.PathTooLong(certificate, limiting, limit));
          return;
        }
        left--;
      }
      int own = limit(certificate.extensions().basicConstraints(), left);
      if (own < left) {
        left = own;
        limit = own;
        limiting = certificate;
      }
    }
  }

  private static int limit(@Nullable BasicConstraints constraints, int otherwise) {
    Integer length = constraints == null || !constraints.ca() ? null : constraints.pathLength();
    return length == null ? otherwise : length;
  }
}
