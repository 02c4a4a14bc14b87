package cn.trustregistry.pki;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Reads certificates and keeps those read last, with what they have worked out about themselves: a
 * bidder's certificate is asked about at every step of a transaction. Safe for many threads.
 *
 * <p>Each encoding has one place, which the next that falls on it takes over; so the memory is
 * bounded and nothing is locked.
 */
public final class RecentCertificates {
  /** Longer ones are read anew each time, so that nobody can fill the memory with them. */
  private static final int LONGEST_KEPT = 4_096;

  private final AtomicReferenceArray<Certificate> places;

  /**
   * @param places the most certificates kept; a power of two
   */
  public RecentCertificates(int places) {
    if (Integer.bitCount(places) != 1) {
      throw new IllegalArgumentException(places + " is no power of two");
    }
    this.places = new AtomicReferenceArray<>(places);
  }

  /**
   * The certificate of this encoding, as {@link Certificate#parse} reads it.
   *
   * @throws MalformedObjectException if {@code der} is not exactly one certificate in DER
   */
  public Certificate parse(byte[] der) throws MalformedObjectException {
    if (der.length > LONGEST_KEPT) {
      return Certificate.parse(der);
    }
    int place = place(der);
    Certificate known = places.get(place);
    if (known != null && known.isEncodedAs(der)) {
      return known;
    }
    Certificate read = Certificate.parse(der);
    places.set(place, read);
    return read;
  }

  /** By the last octets: they are of the signature, so different for each certificate. */
  private int place(byte[] der) {
    int hash = der.length;
    for (int i = Math.max(0, der.length - Long.BYTES); i < der.length; i++) {
      hash = 31 * hash + der[i];
    }
    return (hash ^ (hash >>> 16)) & (places.length() - 1);
  }
}
