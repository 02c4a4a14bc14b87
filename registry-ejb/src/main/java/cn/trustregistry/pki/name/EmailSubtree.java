package cn.trustregistry.pki.name;

import cn.trustregistry.pki.GeneralName;
import org.jspecify.annotations.Nullable;

/**
 * One mailbox, all mailboxes at one host, or with a leading dot all at the hosts below a domain.
 * The local part is compared with regard to case, the host without (RFC 5280 7.5).
 *
 * @param mailbox the one mailbox; null if the base is a host or a domain, or malformed
 */
record EmailSubtree(String base, @Nullable Mailbox mailbox) implements Subtree {
  static EmailSubtree of(String base) {
    return new EmailSubtree(Hosts.folded(base), Mailbox.of(base));
  }

  @Override
  public Relation relationOf(GeneralName name) {
    if (!(name instanceof GeneralName.Email email)) {
      return Relation.OTHER_FORM;
    }
    Mailbox held = Mailbox.of(email.text());
    if (held == null || !isProper()) {
      return Relation.UNDECIDED;
    }
    return isInside(held) ? Relation.INSIDE : Relation.OUTSIDE;
  }

  private boolean isProper() {
    return mailbox != null
        || base.isEmpty()
        || Hosts.isProper(base.startsWith(".") ? base.substring(1) : base);
  }

  private boolean isInside(Mailbox held) {
    if (mailbox != null) {
      return held.equals(mailbox);
    }
    if (base.startsWith(".")) {
      return Hosts.isBelow(held.host(), base.substring(1));
    }
    return base.isEmpty() || held.host().equals(base);
  }
}
