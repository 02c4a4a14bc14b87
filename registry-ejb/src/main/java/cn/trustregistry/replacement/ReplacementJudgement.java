package cn.trustregistry.replacement;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.replacement.ReplacementRefused.Kind;
import cn.trustregistry.trust.KeyHandling;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides whether certificates may take the place of others; pure. */
final class ReplacementJudgement {
  private static final Set<CertificateState> OUT_OF_FORCE =
      EnumSet.of(CertificateState.REVOKED, CertificateState.ON_HOLD, CertificateState.EXPIRED);

  /**
   * One certificate for another, with how they stand.
   *
   * @param field where it stands in the request
   */
  record Exchange(
      String field,
      PublishedCertificate old,
      CertificateState oldState,
      PublishedCertificate next,
      CertificateState nextState,
      KeyHandling key) {}

  private final ReplacementReason reason;

  ReplacementJudgement(ReplacementReason reason) {
    this.reason = reason;
  }

  /**
   * @throws ReplacementRefused naming the first thing that is wrong
   */
  void judge(List<Exchange> exchanges) {
    Set<CertificateRole> roles = EnumSet.noneOf(CertificateRole.class);
    for (Exchange exchange : exchanges) {
      holder(exchange, exchanges.get(0));
      profiles(exchange);
      roles(exchange, roles);
      states(exchange);
      validity(exchange);
      keys(exchange);
    }
  }

  private static void holder(Exchange exchange, Exchange first) {
    PublishedCertificate old = exchange.old();
    PublishedCertificate next = exchange.next();
    if (old.uscc() == null || next.uscc() == null) {
      throw refused(
          Kind.HOLDER_UNKNOWN,
          exchange,
          "Both certificates must carry the holder's unified social credit code.");
    }
    if (!old.uscc().equals(next.uscc())
        || old.attributes().holderKind() != next.attributes().holderKind()) {
      throw refused(Kind.OTHER_HOLDER, exchange, "The two certificates have different holders.");
    }
    if (!old.uscc().equals(first.old().uscc()) || !old.tenant().equals(first.old().tenant())) {
      throw refused(
          Kind.MALFORMED_REPLACEMENT,
          exchange,
          "Both halves of a pair have the same holder and the same company.");
    }
  }

  private void profiles(Exchange exchange) {
    if (reason.isFree() && exchange.old().attributes().profile() != Profile.LEGACY) {
      throw refused(
          Kind.NOT_LEGACY,
          exchange,
          "Only certificates of the old natural-resources systems are exchanged free of charge.");
    }
    if (exchange.next().attributes().profile() == Profile.LEGACY) {
      throw refused(Kind.NEW_IS_LEGACY, exchange, "The new certificate is one of the old systems.");
    }
  }

  private static void roles(Exchange exchange, Set<CertificateRole> roles) {
    if (exchange.old().role() != exchange.next().role()) {
      throw refused(
          Kind.ROLE_DIFFERS,
          exchange,
          "The old one is for "
              + exchange.old().role()
              + ", the new one for "
              + exchange.next().role()
              + ".");
    }
    if (!roles.add(exchange.old().role())) {
      throw refused(
          Kind.MALFORMED_REPLACEMENT, exchange, "Two certificates of the same role are no pair.");
    }
  }

  private void states(Exchange exchange) {
    if (OUT_OF_FORCE.contains(exchange.nextState())) {
      throw refused(
          Kind.CERTIFICATE_NOT_IN_FORCE,
          exchange,
          "The new certificate is " + exchange.nextState() + ".");
    }
    if (reason.isFree() && OUT_OF_FORCE.contains(exchange.oldState())) {
      throw refused(
          Kind.CERTIFICATE_NOT_IN_FORCE,
          exchange,
          "The old certificate is " + exchange.oldState() + "; it has no validity left to keep.");
    }
  }

  private static void validity(Exchange exchange) {
    if (exchange.next().notAfter().isBefore(exchange.old().notAfter())) {
      throw refused(
          Kind.VALIDITY_SHORTENED,
          exchange,
          "The new certificate ends at "
              + exchange.next().notAfter()
              + ", before the old one at "
              + exchange.old().notAfter()
              + ".");
    }
  }

  private void keys(Exchange exchange) {
    boolean same = keyOf(exchange.old()).equals(keyOf(exchange.next()));
    if (same != (exchange.key() == KeyHandling.SAME_KEY)) {
      throw refused(
          Kind.KEY_HANDLING_WRONG,
          exchange,
          same
              ? "Both certificates certify the same key."
              : "The two certificates certify different keys.");
    }
    if (exchange.key() == KeyHandling.ESCROWED
        && exchange.old().role() != CertificateRole.ENCRYPTION) {
      throw refused(
          Kind.KEY_HANDLING_WRONG,
          exchange,
          "Only keys of encryption certificates are escrowed (GM/T 0014).");
    }
    if (same && reason == ReplacementReason.KEY_COMPROMISE) {
      throw refused(
          Kind.KEY_HANDLING_WRONG, exchange, "A key that may be known to others is not kept.");
    }
  }

  private static String keyOf(PublishedCertificate published) {
    try {
      return Certificate.parse(published.der()).publicKey().sha256();
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(
          "stored certificate " + published.sha256() + " no longer parses", e);
    }
  }

  private static ReplacementRefused refused(Kind kind, Exchange exchange, String detail) {
    return new ReplacementRefused(kind, exchange.field(), detail);
  }
}
