package cn.trustregistry.responder;

import cn.trustregistry.pki.crl.RevocationReason;
import java.time.Instant;

/** What can be said of one certificate. */
sealed interface Standing {
  /**
   * @param thisUpdate of the newest evidence
   * @param until what is known now still says so up to here
   */
  record Good(Instant thisUpdate, Instant until) implements Standing {}

  /** Revoked, or on hold. */
  record Revoked(Instant since, RevocationReason reason, Instant thisUpdate) implements Standing {}

  /** Nothing that is known here. */
  record Unknown() implements Standing {}

  /** It is known, but the evidence does not suffice. */
  record Undecided() implements Standing {}
}
