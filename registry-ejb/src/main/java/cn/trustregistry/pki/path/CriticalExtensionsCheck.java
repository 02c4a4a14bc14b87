package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import java.util.List;
import java.util.Set;

/**
 * Every critical extension is one that the checks take into account (RFC 5280 6.1.4(o), 6.1.5(f)).
 */
final class CriticalExtensionsCheck implements PathCheck {
  /**
   * Extensions that a check, or revocation, makes use of; the identifiers of keys and the like are
   * never to be critical.
   */
  private static final Set<String> PROCESSED =
      Set.of(
          Extensions.KEY_USAGE,
          Extensions.SUBJECT_ALTERNATIVE_NAME,
          Extensions.BASIC_CONSTRAINTS,
          Extensions.NAME_CONSTRAINTS,
          Extensions.CRL_DISTRIBUTION_POINTS,
          Extensions.CERTIFICATE_POLICIES,
          Extensions.POLICY_MAPPINGS,
          Extensions.POLICY_CONSTRAINTS,
          Extensions.EXTENDED_KEY_USAGE,
          Extensions.INHIBIT_ANY_POLICY);

  @Override
  public void examine(Examination examination) {
    for (int i = 0; i < examination.path.length(); i++) {
      examine(examination, examination.certificate(i));
    }
    TrustAnchor anchor = examination.path.anchor();
    if (anchor != null) {
      examine(examination, anchor.certificate());
    }
  }

  private static void examine(Examination examination, Certificate certificate) {
    List<String> critical = certificate.extensions().critical();
    for (int i = 0; i < critical.size(); i++) {
      String extension = critical.get(i);
      if (!PROCESSED.contains(extension)) {
        examination.add(new PathReason.CriticalExtensionUnknown(certificate, extension));
      }
    }
  }
}
