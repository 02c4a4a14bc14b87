package cn.trustregistry.receipt.issuing;

import cn.trustregistry.outbound.Outbound;
import cn.trustregistry.outbound.OutboundRefused;
import cn.trustregistry.receipt.ReceiptSigner;
import cn.trustregistry.receipt.TimeStamp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has receipts time-stamped after they were handed out, so that no answer waits for the authority
 * (RFC 3161 over HTTP, 3.4).
 */
@ApplicationScoped
public class TimeStamping {
  private static final Logger LOG = Logger.getLogger(TimeStamping.class.getName());
  private static final int AT_ONCE = 20;

  /** In octets. */
  private static final int LONGEST_ANSWER = 60 * 1024;

  @Inject ReceiptSettings settings;
  @Inject ReceiptStore store;
  @Inject Outbound outbound;

  private volatile Optional<String> problem = Optional.empty();

  /** Why the last attempt failed; empty if it did not, or there was none. */
  public Optional<String> problem() {
    return problem;
  }

  public boolean configured() {
    return settings.authority().isPresent();
  }

  /** Asks the authority about the receipts that wait; to be called regularly. */
  public void sweep(Instant at) {
    if (settings.authority().isEmpty()) {
      return;
    }
    String authority = settings.authority().get();
    try {
      for (KeptReceipt receipt : store.due(at, AT_ONCE)) {
        if (!stamp(authority, receipt, at)) {
          return;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("time-stamps cannot be kept", e);
    }
  }

  /** Whether it is worth going on: what one receipt does not get the next will not get either. */
  private boolean stamp(String authority, KeptReceipt receipt, Instant at) throws SQLException {
    try {
      TimeStamp.Inquiry inquiry = TimeStamp.Inquiry.over(ReceiptSigner.stamped(receipt.jws()));
      byte[] answer =
          outbound.ask(
              URI.create(authority),
              inquiry.encoded(),
              "application/timestamp-query",
              "application/timestamp-reply",
              LONGEST_ANSWER);
      store.stamp(receipt.recordId(), inquiry.token(answer, settings.authorities()));
      problem = Optional.empty();
      return true;
    } catch (OutboundRefused e) {
      return failed(receipt, e.reason() + ": " + e.getMessage(), at);
    } catch (TimeStamp.NotHad
        | IOException
        | GeneralSecurityException
        | IllegalArgumentException e) {
      return failed(receipt, String.valueOf(e.getMessage()), at);
    }
  }

  private boolean failed(KeptReceipt receipt, String why, Instant at) throws SQLException {
    problem = Optional.of(why);
    LOG.log(Level.WARNING, "no time-stamp for {0}: {1}", new Object[] {receipt.recordId(), why});
    store.stampFailed(receipt.recordId(), why, at);
    return false;
  }
}
