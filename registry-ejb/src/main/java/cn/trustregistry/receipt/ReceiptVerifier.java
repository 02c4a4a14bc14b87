package cn.trustregistry.receipt;

import cn.trustregistry.receipt.ReceiptRefused.Reason;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import java.util.Optional;

/**
 * Says what a receipt proves.
 *
 * @param keys the keys the registry ever signed receipts with
 * @param authorities who is believed as a time-stamping authority
 */
public record ReceiptVerifier(ReceiptKeys keys, TimeStampAuthorities authorities) {
  /**
   * What is proven.
   *
   * @param timeStamp what the time-stamp says, empty if the receipt has none
   */
  public record Proven(ReceiptClaims claims, ReceiptKey key, Optional<TimeStamp> timeStamp) {}

  /**
   * @param text the receipt as it was handed out
   * @throws ReceiptRefused if it proves nothing, saying why
   */
  public Proven verify(String text) throws ReceiptRefused {
    SignedReceipt receipt = SignedReceipt.parse(text);
    JWSObject jws = receipt.jws();
    if (!SignedReceipt.TYPE.equals(jws.getHeader().getType())) {
      throw new ReceiptRefused(Reason.HEADER_REFUSED, "typ is " + jws.getHeader().getType());
    }
    ReceiptKey key = key(jws);
    requireSignature(jws, key);
    ReceiptClaims claims = ReceiptClaims.parse(jws.getPayload().toJSONObject());
    byte[] token = receipt.timeStamp();
    Optional<TimeStamp> timeStamp =
        token == null
            ? Optional.empty()
            : Optional.of(TimeStamp.verify(token, SignedReceipt.stamped(jws), authorities));
    return new Proven(claims, key, timeStamp);
  }

  private ReceiptKey key(JWSObject jws) throws ReceiptRefused {
    String kid = String.valueOf(jws.getHeader().getKeyID());
    ReceiptKey key =
        keys.find(kid)
            .orElseThrow(() -> new ReceiptRefused(Reason.KEY_UNKNOWN, "no key is named " + kid));
    if (!key.algorithm().jws().equals(jws.getHeader().getAlgorithm())) {
      throw new ReceiptRefused(
          Reason.KEY_CONFUSED,
          "the key is for "
              + key.algorithm().jwsName()
              + ", the receipt claims "
              + jws.getHeader().getAlgorithm());
    }
    return key;
  }

  private static void requireSignature(JWSObject jws, ReceiptKey key) throws ReceiptRefused {
    try {
      if (!jws.verify(key.algorithm().verifier(key.key()))) {
        throw new ReceiptRefused(Reason.SIGNATURE_WRONG, "the signature is not over this text");
      }
    } catch (JOSEException e) {
      throw new ReceiptRefused(Reason.SIGNATURE_WRONG, String.valueOf(e.getMessage()));
    }
  }
}
