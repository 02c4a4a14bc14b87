package cn.trustregistry.pki.name;

import cn.trustregistry.pki.GeneralName;

/** One subtree of a name constraint, made ready for comparison. */
sealed interface Subtree
    permits DnsSubtree,
        EmailSubtree,
        UriSubtree,
        IpSubtree,
        Subtree.OfDirectory,
        Subtree.OfUnknownForm {
  Relation relationOf(GeneralName name);

  static Subtree of(GeneralName base) {
    if (base instanceof GeneralName.Dns dns) {
      return new DnsSubtree(Hosts.folded(dns.text()));
    }
    if (base instanceof GeneralName.Email email) {
      return EmailSubtree.of(email.text());
    }
    if (base instanceof GeneralName.Uri uri) {
      return new UriSubtree(Hosts.folded(uri.text()));
    }
    if (base instanceof GeneralName.IpAddress address) {
      return new IpSubtree(address.octets());
    }
    return base instanceof GeneralName.Directory directory
        ? new OfDirectory(directory)
        : new OfUnknownForm(((GeneralName.Other) base).tag());
  }

  /** RFC 5280 7.1: the name begins with all the relative names of the base. */
  record OfDirectory(GeneralName.Directory base) implements Subtree {
    @Override
    public Relation relationOf(GeneralName name) {
      if (!(name instanceof GeneralName.Directory directory)) {
        return Relation.OTHER_FORM;
      }
      return directory.name().isWithin(base.name()) ? Relation.INSIDE : Relation.OUTSIDE;
    }
  }

  /** otherName, x400Address, ediPartyName and registeredID, for which there is no rule. */
  record OfUnknownForm(int tag) implements Subtree {
    @Override
    public Relation relationOf(GeneralName name) {
      return name instanceof GeneralName.Other other && other.tag() == tag
          ? Relation.UNDECIDED
          : Relation.OTHER_FORM;
    }
  }
}
