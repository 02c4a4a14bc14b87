package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import java.util.List;

/** Version, serial number, validity and the fields that repeat each other (RFC 5280 4.1). */
final class BasicFieldLints {
  private static final int MAX_SERIAL_OCTETS = 20;

  private BasicFieldLints() {}

  static void examine(Certificate certificate, List<Finding> found) {
    if (certificate.version() != 3) {
      found.add(
          Finding.error(
              "e_invalid_certificate_version",
              "GB/T 20518",
              "The version is " + certificate.version() + ", not 3."));
    }
    if (certificate.serial().signum() <= 0) {
      found.add(
          Finding.error(
              "e_serial_number_not_positive",
              "RFC 5280 4.1.2.2",
              "The serial number is " + certificate.serial().toString(16) + "."));
    }
    int octets = certificate.serial().toByteArray().length;
    if (octets > MAX_SERIAL_OCTETS) {
      found.add(
          Finding.error(
              "e_serial_number_longer_than_20_octets",
              "RFC 5280 4.1.2.2",
              "The serial number has " + octets + " octets."));
    }
    if (!certificate.signatureAlgorithm().equals(certificate.signedAlgorithm())) {
      found.add(
          Finding.error(
              "e_cert_sig_alg_not_match_tbs_sig_alg",
              "RFC 5280 4.1.1.2",
              "The signature algorithm is another inside the signed part than outside."));
    }
    if (!certificate.notAfter().isAfter(certificate.notBefore())) {
      found.add(
          Finding.error(
              "e_validity_time_not_positive",
              "RFC 5280 4.1.2.5",
              "It is valid from "
                  + certificate.notBefore()
                  + " to "
                  + certificate.notAfter()
                  + "."));
    }
  }
}
