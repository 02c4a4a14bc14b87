package cn.trustregistry.receipt.issuing;

import cn.trustregistry.receipt.ReceiptSigner;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that was signed.
 *
 * @param jws in compact serialization
 * @param timeStamp the RFC 3161 token, or null while there is none
 * @param stampProblem why the authority's last answer was none, or null
 * @param stampDue whether the authority is still to be asked
 */
record KeptReceipt(
    String recordId,
    String jws,
    byte @Nullable [] timeStamp,
    @Nullable String stampProblem,
    boolean stampDue) {

  Receipts.Issued issued() {
    if (timeStamp != null) {
      return new Receipts.Issued(
          recordId, ReceiptSigner.withTimeStamp(jws, timeStamp), Receipts.Stamp.STAMPED, null);
    }
    Receipts.Stamp stamp =
        !stampDue
            ? Receipts.Stamp.NONE
            : stampProblem == null ? Receipts.Stamp.PENDING : Receipts.Stamp.FAILED;
    return new Receipts.Issued(recordId, jws, stamp, stampProblem);
  }
}
