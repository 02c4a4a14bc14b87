package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.crl.RevocationList;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * A list as a piece of knowledge.
 *
 * @param list the list
 * @param signedBy fingerprint of the key its signature was verified under; empty if under none. A
 *     store keeps it beside the list's own fingerprint, so that nothing stored is verified again
 * @param receivedAt when the registry took it
 */
public record ReceivedCrl(RevocationList list, String signedBy, Instant receivedAt) {
  /** Older before newer, whatever the order in which lists were received. */
  static final Comparator<ReceivedCrl> BY_ISSUE =
      Comparator.comparing((ReceivedCrl each) -> each.list.thisUpdate())
          .thenComparing(
              each -> each.list.number(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(each -> each.list.sha256());

  /** A list just read, with the outcome of its own signature check. */
  public static ReceivedCrl of(RevocationList list, Instant receivedAt) {
    String signedBy = "";
    for (Map.Entry<PublicKey, SignatureOutcome> each : list.signatures().entrySet()) {
      if (signedBy.isEmpty() && each.getValue() instanceof SignatureOutcome.Good) {
        signedBy = each.getKey().sha256();
      }
    }
    return new ReceivedCrl(list, signedBy, receivedAt);
  }

  boolean isKnown(Instant knownAt) {
    return !receivedAt.isAfter(knownAt);
  }
}
