package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;

/**
 * The path ends at an anchor that is admitted and valid at the moment asked about (RFC 5280
 * 6.1.1(d), RFC 5937 3.2).
 */
final class AnchorCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    TrustAnchor anchor = examination.path.anchor();
    if (anchor == null) {
      PathReason gap = examination.path.gap();
      examination.add(gap != null ? gap : new PathReason.IssuerUnknown(examination.path.target()));
      return;
    }
    var at = examination.question.at();
    if (!anchor.isAdmittedAt(at)) {
      examination.add(new PathReason.AnchorNotAdmitted(anchor, at));
    }
    Certificate certificate = anchor.certificate();
    if (at.isBefore(certificate.notBefore()) || at.isAfter(certificate.notAfter())) {
      examination.add(
          new PathReason.OutsideValidity(PathCause.ANCHOR_OUTSIDE_VALIDITY, certificate, at));
    }
  }
}
