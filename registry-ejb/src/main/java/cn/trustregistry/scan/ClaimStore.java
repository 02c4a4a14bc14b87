package cn.trustregistry.scan;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.scan.SigningRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The steps of a claimed session, each in its own transaction under the row's lock. */
@ApplicationScoped
class ClaimStore {
  static final int MOST_ATTEMPTS = 5;

  @Inject SessionStore store;

  @Transactional
  public SigningSession claim(CaClient client, String token, Instant at) {
    SessionRow row = store.lockByToken(token);
    if (row.state() == SigningState.CLAIMED && !row.isOverAt(at)) {
      throw new SigningRefused(
          Reason.ALREADY_CLAIMED, "token", "The session was claimed before; a code works once.");
    }
    requireGoingOn(row, at);
    row.state = SigningState.CLAIMED.name();
    row.claimedBy = client.tenant();
    row.claimedClient = client.clientId();
    row.claimedAt = at;
    store.audit(client.clientId(), client.tenant(), "SIGNING_SESSION_CLAIMED", row, at);
    return row.at(at);
  }

  /**
   * The session if it waits for a signature, or if it was signed with this very one.
   *
   * @throws SigningRefused if it ended otherwise
   */
  @Transactional
  public SigningSession ready(
      CaClient client, String id, byte[] certificate, byte[] signature, Instant at) {
    SessionRow row = store.lock(client, id);
    if (!isSameAgain(row, certificate, signature)) {
      requireGoingOn(row, at);
    }
    return row.at(at);
  }

  @Transactional
  public SigningSession signed(
      CaClient client,
      String id,
      byte[] certificate,
      byte[] signature,
      String recordId,
      Instant at) {
    SessionRow row = store.lock(client, id);
    if (isSameAgain(row, certificate, signature)) {
      return row.at(at);
    }
    requireGoingOn(row, at);
    row.certificate = certificate;
    row.signature = signature;
    row.recordId = recordId;
    row.end(SigningState.SIGNED, at);
    store.audit(client.clientId(), client.tenant(), "SIGNING_SESSION_SIGNED", row, at);
    return row.at(at);
  }

  /** Counts something returned that does not count as signed. */
  @Transactional
  public void failed(
      CaClient client, String id, SigningRefused refused, @Nullable String recordId, Instant at) {
    SessionRow row = store.lock(client, id);
    if (row.state() != SigningState.CLAIMED || row.isOverAt(at)) {
      return;
    }
    row.attempts++;
    row.lastReason = refused.reason().name();
    row.lastDetail = refused.detail().substring(0, Math.min(500, refused.detail().length()));
    row.recordId = recordId;
    if (row.attempts >= MOST_ATTEMPTS) {
      row.end(SigningState.FAILED, at);
      store.audit(client.clientId(), client.tenant(), "SIGNING_SESSION_FAILED", row, at);
    }
  }

  @Transactional
  public SigningSession decline(CaClient client, String id, Instant at) {
    SessionRow row = store.lock(client, id);
    if (row.state() == SigningState.SIGNED) {
      throw new SigningRefused(Reason.ALREADY_SIGNED, "id", "It was signed before.");
    }
    if (!row.state().isEnded() && !row.isOverAt(at)) {
      row.end(SigningState.DECLINED, at);
      store.audit(client.clientId(), client.tenant(), "SIGNING_SESSION_DECLINED", row, at);
    }
    return row.at(at);
  }

  /** Ends what is over; to be called regularly. */
  @Transactional
  public void expire(Instant at) {
    for (SessionRow row : store.lockExpired(at)) {
      row.end(SigningState.EXPIRED, at);
      store.audit("signing", row.centre, "SIGNING_SESSION_EXPIRED", row, at);
    }
  }

  private static boolean isSameAgain(SessionRow row, byte[] certificate, byte[] signature) {
    return row.state() == SigningState.SIGNED
        && Arrays.equals(row.certificate, certificate)
        && Arrays.equals(row.signature, signature);
  }

  private static void requireGoingOn(SessionRow row, Instant at) {
    SigningState state = row.isOverAt(at) ? SigningState.EXPIRED : row.state();
    Reason reason =
        switch (state) {
          case OPEN, CLAIMED -> null;
          case SIGNED -> Reason.ALREADY_SIGNED;
          case FAILED -> Reason.SESSION_FAILED;
          case CANCELLED -> Reason.SESSION_CANCELLED;
          case DECLINED -> Reason.SESSION_DECLINED;
          case EXPIRED -> Reason.SESSION_EXPIRED;
        };
    if (reason != null) {
      throw new SigningRefused(reason, "id", "The session has ended: " + state + ".");
    }
  }
}
