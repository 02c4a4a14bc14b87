package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.Extensions.AuthorityKeyIdentifier;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may have issued a certificate, the likeliest first: by key identifier, then by being usable
 * at the moment asked about (RFC 4158 3.5). The order decides what is tried first and never what is
 * accepted.
 */
final class IssuerPool {
  private final TrustMaterial material;
  private final List<Certificate> offered;
  private final Instant at;
  private final @Nullable TrustAnchor only;

  /**
   * @param only the one anchor that counts; null if all do
   */
  IssuerPool(TrustMaterial material, PathQuestion question, @Nullable TrustAnchor only) {
    this.only = only;
    this.material = material;
    this.offered = question.offered();
    this.at = question.at();
  }

  /** Anchors with the issuer's name. */
  List<TrustAnchor> anchorsFor(Certificate certificate) {
    if (only != null) {
      return only.name().equals(certificate.issuer()) ? List.of(only) : List.of();
    }
    List<TrustAnchor> named = material.anchorsNamed(certificate.issuer());
    if (named.size() < 2) {
      return named;
    }
    List<TrustAnchor> ordered = new ArrayList<>(named);
    ordered.sort(
        Comparator.<TrustAnchor, Boolean>comparing(anchor -> !anchor.isAdmittedAt(at))
            .thenComparing(TrustAnchor::certificate, likelihood(certificate)));
    return ordered;
  }

  /** CA certificates with the issuer's name that are not anchors under another guise. */
  List<Certificate> issuersFor(Certificate certificate) {
    List<Certificate> known = material.issuersNamed(certificate.issuer());
    if (offered.isEmpty() && known.size() < 2) {
      return known.isEmpty() || isAnchor(known.get(0)) ? List.of() : known;
    }
    Set<Certificate> named = new HashSet<>(known);
    for (Certificate candidate : offered) {
      if (candidate.subject().equals(certificate.issuer())) {
        named.add(candidate);
      }
    }
    named.removeIf(this::isAnchor);
    List<Certificate> ordered = new ArrayList<>(named);
    ordered.sort(likelihood(certificate));
    return ordered;
  }

  /** Certificates with this subject and key, whatever they may be used for. */
  List<Certificate> holdersOf(DistinguishedName subject, String keySha256) {
    Set<Certificate> holders = new LinkedHashSet<>(material.issuersNamed(subject));
    for (Certificate candidate : offered) {
      if (candidate.subject().equals(subject)) {
        holders.add(candidate);
      }
    }
    holders.removeIf(holder -> !holder.publicKey().sha256().equals(keySha256));
    return List.copyOf(holders);
  }

  /** Offered certificates with another name whose key the certificate says it was signed with. */
  List<Certificate> issuersByKey(Certificate certificate) {
    Octets wanted = keyIdentifier(certificate);
    List<Certificate> found = new ArrayList<>();
    for (Certificate candidate : offered) {
      Octets has = candidate.extensions().subjectKeyIdentifier();
      if (wanted != null && has != null && wanted.equals(has)) {
        found.add(candidate);
      }
    }
    return found;
  }

  /**
   * Whether the key that signed the certificate can only be this one: it is the only one known
   * under the issuer's name, or is named by key identifier, and nothing points to another.
   */
  boolean isOnlyKeyFor(Certificate certificate, PublicKey key) {
    Octets wanted = keyIdentifier(certificate);
    Set<PublicKey> possible = new HashSet<>();
    for (TrustAnchor anchor : material.anchorsNamed(certificate.issuer())) {
      addIfPossible(possible, anchor.certificate(), wanted);
    }
    for (Certificate issuer : issuersFor(certificate)) {
      addIfPossible(possible, issuer, wanted);
    }
    return possible.size() == 1 && possible.contains(key);
  }

  private static void addIfPossible(
      Set<PublicKey> possible, Certificate issuer, @Nullable Octets wanted) {
    Octets has = issuer.extensions().subjectKeyIdentifier();
    if (wanted == null || has == null || wanted.equals(has)) {
      possible.add(issuer.publicKey());
    }
  }

  private boolean isAnchor(Certificate certificate) {
    for (TrustAnchor anchor : material.anchorsNamed(certificate.subject())) {
      if (anchor.key().equals(certificate.publicKey())) {
        return true;
      }
    }
    return false;
  }

  private Comparator<Certificate> likelihood(Certificate certificate) {
    Octets wanted = keyIdentifier(certificate);
    return Comparator.<Certificate>comparingInt(
            issuer -> keyDistance(wanted, issuer.extensions().subjectKeyIdentifier()))
        .thenComparing(issuer -> at.isBefore(issuer.notBefore()) || at.isAfter(issuer.notAfter()))
        .thenComparing(issuer -> !issuer.extensions().isCa())
        .thenComparing(Certificate::notBefore, Comparator.reverseOrder())
        .thenComparing(Certificate::sha256);
  }

  private static int keyDistance(@Nullable Octets wanted, @Nullable Octets has) {
    return wanted == null || has == null ? 1 : wanted.equals(has) ? 0 : 2;
  }

  private static @Nullable Octets keyIdentifier(Certificate certificate) {
    AuthorityKeyIdentifier identifier = certificate.extensions().authorityKeyIdentifier();
    return identifier == null ? null : identifier.keyIdentifier();
  }
}
