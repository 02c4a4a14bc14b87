package cn.trustregistry.publication;

import java.util.Map;
import java.util.Set;

/**
 * What is published already that a batch has to be compared with.
 *
 * @param bySerial of the same issuers with the same serial numbers, by {@link #place}
 * @param bySha256 the company's own that submissions name as their pair
 * @param holdersOfKeys the holders of each key, of all companies
 * @param encrypting who has an encryption certificate of the company on which medium, by {@link
 *     #twin}
 */
record Known(
    Map<String, KnownCertificate> bySerial,
    Map<String, KnownCertificate> bySha256,
    Map<String, Set<String>> holdersOfKeys,
    Set<String> encrypting) {
  static String place(String issuerSha256, String serial) {
    return issuerSha256 + "/" + serial;
  }

  static String twin(String holder, String medium) {
    return holder + "/" + medium;
  }
}
