package cn.trustregistry.publication;

import java.util.List;

/**
 * A page of a listing in the order of publication.
 *
 * @param next the cursor to go on from, now or whenever something was published
 * @param more whether there may be more at once; a page can be short, or empty, and still not the
 *     last, when the search is for a state
 */
public record CertificatePage(List<Item> certificates, long next, boolean more) {
  /** A certificate and how it stands now. */
  public record Item(PublishedCertificate certificate, CertificateState state) {}
}
