package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CertificatePage;
import java.util.List;

/**
 * A page of certificates in JSON.
 *
 * @param next the cursor to go on from, now or later
 * @param more whether there may be more at once
 */
public record CertificateListView(List<CertificateView> certificates, String next, boolean more) {
  static CertificateListView of(CertificatePage page) {
    return new CertificateListView(
        page.certificates().stream()
            .map(item -> CertificateView.of(item.certificate(), item.state()))
            .toList(),
        String.valueOf(page.next()),
        page.more());
  }
}
