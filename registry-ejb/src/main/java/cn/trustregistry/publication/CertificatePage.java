package cn.trustregistry.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Of what was found the first that are in the wanted state, if one is wanted.
   *
   * @param cursor of the page before
   * @param looked how many were looked for
   */
  static CertificatePage of(
      List<PublishedCertificate> found,
      CertificateStates states,
      @Nullable CertificateState wanted,
      long cursor,
      int limit,
      int looked) {
    List<Item> items = new ArrayList<>();
    long next = cursor;
    for (PublishedCertificate each : found) {
      if (items.size() == limit) {
        return new CertificatePage(List.copyOf(items), next, true);
      }
      next = each.seq();
      CertificateState state = states.of(each);
      if (wanted == null || wanted == state) {
        items.add(new Item(each, state));
      }
    }
    return new CertificatePage(List.copyOf(items), next, found.size() == looked);
  }
}
