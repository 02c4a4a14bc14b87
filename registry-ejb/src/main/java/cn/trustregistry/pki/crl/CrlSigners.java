package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.PublicKey;
import java.util.List;

/**
 * Names the keys that may have signed a list. It is asked once per list, as soon as the issuer has
 * been read and before the entries are; each key named costs one more hash over the whole list.
 */
@FunctionalInterface
public interface CrlSigners {
  /** No key: the list is read and its signature left open. */
  CrlSigners NONE = issuer -> List.of();

  /**
   * The keys under which a list of this issuer may be signed; their number is for the caller to
   * bound.
   */
  List<PublicKey> keysOf(DistinguishedName issuer);

  /** These keys, whoever the issuer is. */
  static CrlSigners of(List<PublicKey> keys) {
    List<PublicKey> all = List.copyOf(keys);
    return issuer -> all;
  }
}
