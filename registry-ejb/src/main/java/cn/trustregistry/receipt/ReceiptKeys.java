package cn.trustregistry.receipt;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys that ever signed receipts of a registry, the oldest first: its JWK set (RFC 7517 5). */
public record ReceiptKeys(List<ReceiptKey> keys) {
  public static final ReceiptKeys NONE = new ReceiptKeys(List.of());

  public ReceiptKeys {
    keys = List.copyOf(keys);
  }

  /**
   * Reads a JWK set; keys for other uses in it are passed over.
   *
   * @throws ReceiptRefused with reason KEYS_UNREADABLE if it is none, or one of its keys is broken
   */
  public static ReceiptKeys parse(String json) throws ReceiptRefused {
    try {
      Map<String, Object>[] jwks =
          JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(json), "keys");
      if (jwks == null) {
        throw new ParseException("there is no member keys", 0);
      }
      List<ReceiptKey> keys = new ArrayList<>();
      for (Map<String, Object> jwk : jwks) {
        if (ReceiptAlgorithm.named(String.valueOf(jwk.get("alg"))).isPresent()) {
          keys.add(ReceiptKey.parse(jwk));
        }
      }
      return new ReceiptKeys(keys);
    } catch (ParseException | GeneralSecurityException e) {
      throw new ReceiptRefused(
          ReceiptRefused.Reason.KEYS_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  public Optional<ReceiptKey> find(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** As JSON. */
  public String toJson() {
    return JSONObjectUtils.toJSONString(
        Map.of("keys", keys.stream().map(ReceiptKey::jwk).toList()));
  }
}
