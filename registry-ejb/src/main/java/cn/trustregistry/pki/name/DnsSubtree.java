package cn.trustregistry.pki.name;

import cn.trustregistry.pki.GeneralName;

/**
 * A domain and all below it; the empty base is every domain. A leading dot, which the standard
 * gives no meaning for this form, leaves every name undecided.
 */
record DnsSubtree(String base) implements Subtree {
  @Override
  public Relation relationOf(GeneralName name) {
    if (!(name instanceof GeneralName.Dns dns)) {
      return Relation.OTHER_FORM;
    }
    String host = Hosts.folded(dns.text());
    boolean wildcard = host.startsWith("*.");
    String rest = wildcard ? host.substring(2) : host;
    if (!Hosts.isProper(rest) || !(base.isEmpty() || Hosts.isProper(base))) {
      return Relation.UNDECIDED;
    }
    if (base.isEmpty() || rest.equals(base) || Hosts.isBelow(rest, base)) {
      return Relation.INSIDE;
    }
    boolean covers =
        wildcard
            && Hosts.isBelow(base, rest)
            && base.indexOf('.') == base.length() - rest.length() - 1;
    return covers ? Relation.OVERLAPPING : Relation.OUTSIDE;
  }
}
