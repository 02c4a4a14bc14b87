package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import java.util.List;

/** The subject's name (RFC 5280 4.1.2.6 and appendix A). */
final class NameLints {
  /**
   * The upper bound of an attribute; RFC 5280 counts characters, so it holds for Chinese names as
   * it does for others.
   */
  private record Bound(String oid, String lint, int characters) {}

  private static final String COUNTRY = "2.5.4.6";

  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("2.5.4.3", "e_subject_common_name_max_length", 64),
          new Bound("2.5.4.5", "e_subject_dn_serial_number_max_length", 64),
          new Bound("2.5.4.7", "e_subject_locality_name_max_length", 128),
          new Bound("2.5.4.8", "e_subject_state_name_max_length", 128),
          new Bound("2.5.4.10", "e_subject_organization_name_max_length", 64),
          new Bound("2.5.4.11", "e_subject_organizational_unit_name_max_length", 64));

  private NameLints() {}

  static void examine(Certificate certificate, List<Finding> found) {
    DistinguishedName subject = certificate.subject();
    if (subject.isEmpty() && certificate.extensions().subjectAlternativeNames().isEmpty()) {
      found.add(
          Finding.error(
              "e_subject_empty_without_san",
              "RFC 5280 4.1.2.6",
              "There is neither a subject nor a subject alternative name."));
    }
    for (Bound bound : BOUNDS) {
      for (String value : subject.values(bound.oid())) {
        int length = value.codePointCount(0, value.length());
        if (length > bound.characters()) {
          found.add(
              Finding.warning(
                  bound.lint(),
                  "RFC 5280 appendix A.1",
                  length + " characters where " + bound.characters() + " are allowed."));
        }
      }
    }
    for (String country : subject.values(COUNTRY)) {
      country(country, found);
    }
    whitespace(subject, found);
  }

  private static void country(String country, List<Finding> found) {
    if (!country.matches("[A-Z]{2}")) {
      found.add(
          Finding.warning(
              "e_subj_country_not_uppercase",
              "RFC 5280 appendix A.1",
              "The country is \"" + country + "\", not two capital letters."));
    }
  }

  private static void whitespace(DistinguishedName subject, List<Finding> found) {
    for (DistinguishedName.Relative relative : subject.relatives()) {
      for (DistinguishedName.Attribute attribute : relative.attributes()) {
        String text = attribute.text();
        if (text != null && !text.equals(text.stripLeading())) {
          found.add(
              Finding.warning(
                  "w_subject_dn_leading_whitespace",
                  "RFC 5280 7.1",
                  "The attribute " + attribute.type() + " begins with white space."));
        }
        if (text != null && !text.equals(text.stripTrailing())) {
          found.add(
              Finding.warning(
                  "w_subject_dn_trailing_whitespace",
                  "RFC 5280 7.1",
                  "The attribute " + attribute.type() + " ends with white space."));
        }
      }
    }
  }
}
