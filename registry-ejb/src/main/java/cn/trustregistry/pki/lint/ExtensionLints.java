package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.Extensions.AuthorityKeyIdentifier;
import cn.trustregistry.pki.Extensions.BasicConstraints;
import java.util.List;
import java.util.Set;

/** Extensions other than key usage (RFC 5280 4.2). */
final class ExtensionLints {
  /** An extension that has to be non-critical. */
  private record NonCritical(String oid, String lint, String standard) {}

  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private static final List<NonCritical> NON_CRITICAL =
      List.of(
          new NonCritical(
              Extensions.AUTHORITY_KEY_IDENTIFIER,
              "e_ext_authority_key_identifier_critical",
              "RFC 5280 4.2.1.1"),
          new NonCritical(
              Extensions.SUBJECT_KEY_IDENTIFIER,
              "e_ext_subject_key_identifier_critical",
              "RFC 5280 4.2.1.2"),
          new NonCritical(
              Extensions.FRESHEST_CRL, "e_ext_freshest_crl_marked_critical", "RFC 5280 4.2.1.15"),
          new NonCritical(
              Extensions.AUTHORITY_INFORMATION_ACCESS,
              "e_ext_aia_marked_critical",
              "RFC 5280 4.2.2.1"));

  private ExtensionLints() {}

  static void examine(Certificate certificate, List<Finding> found) {
    Extensions extensions = certificate.extensions();
    keyIdentifiers(extensions, found);
    for (NonCritical each : NON_CRITICAL) {
      if (extensions.critical().contains(each.oid())) {
        found.add(
            Finding.error(
                each.lint(), each.standard(), "The extension " + each.oid() + " is critical."));
      }
    }
    if (extensions.critical().contains(Extensions.CRL_DISTRIBUTION_POINTS)) {
      found.add(
          Finding.warning(
              "w_ext_crl_distribution_marked_critical",
              "RFC 5280 4.2.1.13",
              "The CRL distribution points are critical."));
    }
    BasicConstraints constraints = extensions.basicConstraints();
    if (constraints != null && !constraints.ca() && constraints.pathLength() != null) {
      found.add(
          Finding.error(
              "e_path_len_constraint_improperly_included",
              "RFC 5280 4.2.1.9",
              "A holder's certificate limits the length of paths."));
    }
    Set<String> purposes = extensions.extendedKeyUsage();
    if (purposes != null
        && purposes.contains(ANY_PURPOSE)
        && extensions.critical().contains(Extensions.EXTENDED_KEY_USAGE)) {
      found.add(
          Finding.warning(
              "w_eku_critical_improperly",
              "RFC 5280 4.2.1.12",
              "The extended key usage allows any purpose and is critical."));
    }
  }

  private static void keyIdentifiers(Extensions extensions, List<Finding> found) {
    AuthorityKeyIdentifier authority = extensions.authorityKeyIdentifier();
    if (authority == null || authority.keyIdentifier() == null) {
      found.add(
          Finding.error(
              "e_ext_authority_key_identifier_no_key_identifier",
              "RFC 5280 4.2.1.1",
              "There is no authority key identifier."));
    }
    if (extensions.subjectKeyIdentifier() == null) {
      found.add(
          Finding.warning(
              "w_ext_subject_key_identifier_missing_sub_cert",
              "RFC 5280 4.2.1.2",
              "There is no subject key identifier."));
    }
  }
}
