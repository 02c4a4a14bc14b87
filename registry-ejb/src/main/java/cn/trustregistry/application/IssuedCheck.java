package cn.trustregistry.application;

import cn.trustregistry.application.ApplicationRefused.Kind;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.trust.DirectoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether certificates are those that an application asked for: published by the company, of this
 * holder, of each kind one, on this medium; pure.
 *
 * @param find a published certificate by its fingerprint
 */
record IssuedCheck(
    String tenant,
    List<HolderKind> wanted,
    Medium medium,
    String uscc,
    Function<String, Optional<DirectoryEntry>> find) {
  /**
   * @throws ApplicationRefused naming the first that is not
   */
  void judge(List<String> certificates, Instant at) {
    if (certificates.size() != wanted.size()) {
      refuse(Kind.CERTIFICATES_MISSING, "Name one certificate each for " + wanted + ".");
    }
    if (new HashSet<>(certificates).size() != certificates.size()) {
      refuse(Kind.CERTIFICATE_TWICE, "A certificate is named twice.");
    }
    List<HolderKind> left = new ArrayList<>(wanted);
    for (String sha256 : certificates) {
      DirectoryEntry entry = published(sha256, at);
      if (entry.medium() != medium || !left.remove(entry.holderKind())) {
        refuse(
            Kind.CERTIFICATE_UNFIT,
            sha256 + " is " + entry.holderKind() + " on " + entry.medium() + ".");
      }
      if (!uscc.equals(entry.uscc())) {
        refuse(Kind.CERTIFICATE_OF_ANOTHER_HOLDER, sha256 + " is not of the holder " + uscc + ".");
      }
    }
  }

  private DirectoryEntry published(String sha256, Instant at) {
    return find.apply(sha256)
        .filter(entry -> entry.tenant().equals(tenant) && !entry.publishedAt().isAfter(at))
        .orElseThrow(
            () ->
                new ApplicationRefused(
                    Kind.CERTIFICATE_NOT_YOURS, "You have published no certificate " + sha256));
  }

  private static void refuse(Kind kind, String detail) {
    throw new ApplicationRefused(kind, detail);
  }
}
