package cn.trustregistry.pki.name;

import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.Octets;

/**
 * A range of addresses, as address and mask of four or sixteen octets each; the mask is a prefix
 * (RFC 4632 3.1).
 */
record IpSubtree(Octets base) implements Subtree {
  @Override
  public Relation relationOf(GeneralName name) {
    if (!(name instanceof GeneralName.IpAddress address)) {
      return Relation.OTHER_FORM;
    }
    int length = address.octets().length();
    if ((length != 4 && length != 16)
        || (base.length() != 8 && base.length() != 32)
        || !isPrefix()) {
      return Relation.UNDECIDED;
    }
    return 2 * length == base.length() && isInside(address.octets())
        ? Relation.INSIDE
        : Relation.OUTSIDE;
  }

  private boolean isPrefix() {
    boolean ended = false;
    for (int i = base.length() / 2; i < base.length(); i++) {
      int mask = base.at(i);
      int zeros = ~mask & 0xFF;
      if ((ended && mask != 0) || (zeros & zeros + 1) != 0) {
        return false;
      }
      ended |= zeros != 0;
    }
    return true;
  }

  private boolean isInside(Octets address) {
    for (int i = 0; i < address.length(); i++) {
      if (((address.at(i) ^ base.at(i)) & base.at(i + address.length())) != 0) {
        return false;
      }
    }
    return true;
  }
}
