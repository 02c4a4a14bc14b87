package cn.trustregistry.receipt.issuing;

import cn.trustregistry.receipt.ReceiptClaims;
import cn.trustregistry.receipt.ReceiptRefused;
import cn.trustregistry.receipt.ReceiptSigner;
import cn.trustregistry.receipt.ReceiptVerifier;
import cn.trustregistry.receipt.TimeStampAuthorities;
import cn.trustregistry.validation.KeptAnswers;
import cn.trustregistry.validation.KeptAnswers.KeptAnswer;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signs receipts for the centres that asked, and verifies receipts for anybody. */
@ApplicationScoped
public class Receipts {
  private static final Logger LOG = Logger.getLogger(Receipts.class.getName());

  /** How a receipt stands with the time-stamping authority. */
  public enum Stamp {
    /** None was configured when it was signed. */
    NONE,
    /** It is being asked; a receipt fetched a little later has the time-stamp. */
    PENDING,
    /** It did not answer as it should; it will be asked again. */
    FAILED,
    STAMPED
  }

  /**
   * A receipt as it is handed out.
   *
   * @param text compact, or flattened with a time-stamp
   * @param stampProblem why there is no time-stamp, if it failed
   */
  public record Issued(String recordId, String text, Stamp stamp, @Nullable String stampProblem) {}

  @Inject KeptAnswers answers;
  @Inject ReceiptStore store;
  @Inject ReceiptKeyring keyring;
  @Inject ReceiptSettings settings;

  /**
   * The receipt for a record; signed now if it was not before.
   *
   * @param centre the centre that asks, which must be the one the answer was given to
   * @throws RequestRefused if this centre has no such record, whether or not another has
   * @throws RegistryUnavailable if no receipt can be given now; the verdict stands
   */
  public Issued of(String centre, String recordId, Instant at)
      throws RequestRefused, RegistryUnavailable {
    try {
      KeptAnswer answer =
          answers
              .find(recordId)
              .filter(kept -> kept.centre().equals(centre))
              .orElseThrow(
                  () ->
                      new RequestRefused(RequestRefused.Code.UNKNOWN_RECORD, "recordId", recordId));
      Optional<KeptReceipt> kept = store.find(recordId);
      if (kept.isEmpty()) {
        sign(answer, at);
        kept = store.find(recordId);
      }
      return kept.map(KeptReceipt::issued).orElseThrow(() -> notSigned(null));
    } catch (SQLException e) {
      throw notSigned(e);
    }
  }

  /** The receipt that was signed for a record before; empty if none was. */
  public Optional<Issued> kept(String recordId) {
    try {
      return store.find(recordId).map(KeptReceipt::issued);
    } catch (SQLException e) {
      throw new IllegalStateException("the receipts cannot be read", e);
    }
  }

  /** Those of these records for which a receipt was signed before. */
  public Set<String> keptAmong(Collection<String> recordIds) {
    try {
      return store.among(recordIds);
    } catch (SQLException e) {
      throw new IllegalStateException("the receipts cannot be read", e);
    }
  }

  private void sign(KeptAnswer answer, Instant at) throws SQLException, RegistryUnavailable {
    ReceiptSigner signer = keyring.signing().orElseThrow(() -> notSigned(null));
    String jws =
        signer.sign(
            ReceiptClaims.of(settings.issuer(), answer.recordId(), answer.centre(), answer.json()));
    store.keep(
        answer.recordId(), signer.publicKey().kid(), jws, at, settings.authority().isPresent());
  }

  /**
   * What a receipt proves; whose it is makes no difference.
   *
   * @throws ReceiptRefused if nothing
   */
  public ReceiptVerifier.Proven verify(String text) throws ReceiptRefused {
    try {
      return new ReceiptVerifier(keyring.known(), authorities()).verify(text);
    } catch (ReceiptRefused refused) {
      if (refused.reason() != ReceiptRefused.Reason.KEY_UNKNOWN) {
        throw refused;
      }
      return new ReceiptVerifier(keyring.reread(), authorities()).verify(text);
    }
  }

  private TimeStampAuthorities authorities() {
    try {
      return settings.authorities();
    } catch (IOException | GeneralSecurityException e) {
      LOG.log(Level.WARNING, "the certificates of the time-stamping authority are unreadable", e);
      return TimeStampAuthorities.NONE;
    }
  }

  private static RegistryUnavailable notSigned(@Nullable Exception cause) {
    return new RegistryUnavailable(
        RegistryUnavailable.Code.RECEIPT_NOT_SIGNED,
        "The receipt could not be signed and kept.",
        cause);
  }
}
