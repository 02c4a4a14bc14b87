package cn.trustregistry.trustlist;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a list says, without its number, times and signature.
 *
 * @param providers the companies that have services, by code
 */
record TrustListContent(TrustListScheme.Facts scheme, List<Provider> providers) {
  /** A company with its services, in the order of their beginning. */
  record Provider(CaCompany company, List<TrustService> services) {}

  /** What a snapshot says at a moment. */
  static TrustListContent of(TrustSnapshot snapshot, TrustListScheme.Facts scheme, Instant at) {
    List<Provider> providers =
        snapshot.companies().stream()
            .map(company -> new Provider(company, services(snapshot, company.code(), at)))
            .filter(provider -> !provider.services().isEmpty())
            .toList();
    return new TrustListContent(scheme, providers);
  }

  private static List<TrustService> services(TrustSnapshot snapshot, String tenant, Instant at) {
    return snapshot.issuers(tenant).stream()
        .flatMap(issuer -> TrustService.of(issuer, at).stream())
        .sorted(
            Comparator.comparing((TrustService s) -> s.states().get(s.states().size() - 1).since())
                .thenComparing(s -> s.certificate().sha256()))
        .toList();
  }

  /** SHA-256 over what it says. */
  String sha256() {
    StringBuilder text = new StringBuilder(scheme.toString());
    for (Provider provider : providers) {
      CaCompany company = provider.company();
      text.append('\n').append(company.code()).append(company.nameZh()).append(company.nameEn());
      text.append(company.hotline());
      provider.services().forEach(service -> text.append('\n').append(service.text()));
    }
    return Digests.sha256(text.toString().getBytes(UTF_8));
  }
}
