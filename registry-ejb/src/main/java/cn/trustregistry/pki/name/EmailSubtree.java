package cn.trustregistry.pki.name;

import cn.trustregistry.pki.GeneralName;

/**
 * One mailbox, all mailboxes at one host, or with a leading dot all at the hosts below a domain.
 * The local part is compared with regard to case, the host without (RFC 5280 7.5).
 */
record EmailSubtree(String localPart, String host) implements Subtree {
  static EmailSubtree of(String base) {
    int at = base.lastIndexOf('@');
    return new EmailSubtree(
        at < 0 ? "" : base.substring(0, at + 1), Hosts.folded(base.substring(at + 1)));
  }

  @Override
  public Relation relationOf(GeneralName name) {
    if (!(name instanceof GeneralName.Email email)) {
      return Relation.OTHER_FORM;
    }
    int at = email.text().lastIndexOf('@');
    String mailHost = Hosts.folded(email.text().substring(at + 1));
    if (at <= 0 || !Hosts.isProper(mailHost) || !isProper()) {
      return Relation.UNDECIDED;
    }
    return isInside(email.text().substring(0, at + 1), mailHost)
        ? Relation.INSIDE
        : Relation.OUTSIDE;
  }

  private boolean isProper() {
    if (!localPart.isEmpty()) {
      return localPart.length() > 1 && Hosts.isProper(host);
    }
    return host.isEmpty() || Hosts.isProper(host.startsWith(".") ? host.substring(1) : host);
  }

  private boolean isInside(String local, String mailHost) {
    if (!localPart.isEmpty()) {
      return local.equals(localPart) && mailHost.equals(host);
    }
    if (host.startsWith(".")) {
      return Hosts.isBelow(mailHost, host.substring(1));
    }
    return host.isEmpty() || mailHost.equals(host);
  }
}
