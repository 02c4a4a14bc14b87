package cn.trustregistry.application;

import java.time.Instant;

/**
 * A material of an application, without its content.
 *
 * @param number within the application, from 1
 * @param name as the applicant's file was named
 * @param sha256 over the content
 */
public record Material(
    int number, String name, MaterialType type, int octets, String sha256, Instant addedAt) {
  /** Largest content of one, in octets. */
  public static final int LARGEST = 5 << 20;

  /** Most of one application. */
  public static final int MOST = 8;

  /** All of one application together, in octets. */
  public static final int LARGEST_SUM = 20 << 20;

  static final int LONGEST_NAME = 100;

  /** A name that can be shown and written into a header. */
  static String tidy(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:*?|;%]", "_").strip();
    String whole = plain.isEmpty() ? "material" : plain;
    return whole.length() <= LONGEST_NAME ? whole : whole.substring(whole.length() - LONGEST_NAME);
  }
}
