package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path that may turn out to be good, or the part of one that could be found.
 *
 * @param certificates the target first, each followed by its issuer, the anchor not among them
 * @param anchor where it ends; null if it could not be completed
 * @param keys for each certificate the key of its issuer, with inherited parameters; the last one
 *     is null if there is no anchor
 * @param gap why there is no anchor; null if there is one
 */
record CandidatePath(
    List<Certificate> certificates,
    @Nullable TrustAnchor anchor,
    @Nullable PublicKey[] keys,
    @Nullable PathReason gap) {
  static CandidatePath to(TrustAnchor anchor, List<Certificate> certificates) {
    return new CandidatePath(
        List.copyOf(certificates), anchor, keys(certificates, anchor.key()), null);
  }

  static CandidatePath broken(List<Certificate> certificates, PathReason gap) {
    return new CandidatePath(List.copyOf(certificates), null, keys(certificates, null), gap);
  }

  /** The working_public_key of RFC 5280 6.1.3 for each certificate. */
  private static @Nullable PublicKey[] keys(
      List<Certificate> certificates, @Nullable PublicKey anchor) {
    @Nullable PublicKey[] keys = new PublicKey[certificates.size()];
    PublicKey working = anchor;
    for (int i = keys.length - 1; i >= 0; i--) {
      keys[i] = working;
      PublicKey own = certificates.get(i).publicKey();
      working = working == null ? own : own.inheriting(working);
    }
    return keys;
  }

  Certificate target() {
    return certificates.get(0);
  }

  int length() {
    return certificates.size();
  }

  /**
   * The certificate of whoever issued the one at {@code index}; null for the top of an incomplete
   * path.
   */
  @Nullable Certificate issuerOf(int index) {
    if (index + 1 < certificates.size()) {
      return certificates.get(index + 1);
    }
    return anchor == null ? null : anchor.certificate();
  }
}
