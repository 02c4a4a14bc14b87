package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the registry knows for one question: its anchors and the issuers it has taken in. Immutable,
 * to be shared by all threads.
 */
public final class TrustMaterial {
  private final Map<DistinguishedName, List<TrustAnchor>> anchors = new HashMap<>();
  private final Map<DistinguishedName, List<Certificate>> issuers = new HashMap<>();

  private final RevocationKnowledge revocation;

  private TrustMaterial(RevocationKnowledge revocation) {
    this.revocation = revocation;
  }

  /**
   * @param anchors trusted of themselves
   * @param issuers CA certificates that paths may lead through, and those of CRL signers
   * @param revocation what is known of revocation
   */
  public static TrustMaterial of(
      Collection<TrustAnchor> anchors,
      Collection<Certificate> issuers,
      RevocationKnowledge revocation) {
    TrustMaterial material = new TrustMaterial(revocation);
    for (TrustAnchor anchor : anchors) {
      material.anchors.computeIfAbsent(anchor.name(), name -> new ArrayList<>(1)).add(anchor);
    }
    for (Certificate issuer : issuers) {
      material.issuers.computeIfAbsent(issuer.subject(), name -> new ArrayList<>(1)).add(issuer);
    }
    return material;
  }

  /** Anchors of this name, in the order they were given. */
  List<TrustAnchor> anchorsNamed(DistinguishedName name) {
    return anchors.getOrDefault(name, List.of());
  }

  /** Issuers of this name, in the order they were given. */
  List<Certificate> issuersNamed(DistinguishedName name) {
    return issuers.getOrDefault(name, List.of());
  }

  RevocationKnowledge revocation() {
    return revocation;
  }
}
