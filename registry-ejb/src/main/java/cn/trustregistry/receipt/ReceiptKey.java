package cn.trustregistry.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ThumbprintUtils;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A public key of the registry that verifies receipts.
 *
 * @param kid its name: the thumbprint of RFC 7638
 * @param since when it was made; null if the JWK does not say
 */
public record ReceiptKey(
    String kid, ReceiptAlgorithm algorithm, PublicKey key, @Nullable Instant since) {
  private static final Map<String, List<String>> THUMBPRINT =
      Map.of("EC", List.of("crv", "kty", "x", "y"), "RSA", List.of("e", "kty", "n"));

  static ReceiptKey of(ReceiptAlgorithm algorithm, PublicKey key, Instant since) {
    return new ReceiptKey(thumbprint(algorithm.keyMembers(key)), algorithm, key, since);
  }

  /**
   * Reads a JWK (RFC 7517).
   *
   * @throws GeneralSecurityException if it is not a key that signs receipts
   */
  static ReceiptKey parse(Map<String, Object> jwk) throws GeneralSecurityException {
    if (jwk.containsKey("d") || jwk.containsKey("k")) {
      throw new GeneralSecurityException("a private or shared key has no place here");
    }
    ReceiptAlgorithm algorithm =
        ReceiptAlgorithm.named(String.valueOf(jwk.get("alg")))
            .orElseThrow(() -> new GeneralSecurityException("alg is " + jwk.get("alg")));
    PublicKey key = algorithm.publicKey(jwk);
    String kid = thumbprint(algorithm.keyMembers(key));
    if (!kid.equals(jwk.get("kid"))) {
      throw new GeneralSecurityException("kid is not the thumbprint of the key");
    }
    return new ReceiptKey(kid, algorithm, key, since(jwk));
  }

  private static @Nullable Instant since(Map<String, Object> jwk) throws GeneralSecurityException {
    try {
      return jwk.get("iat") instanceof Number seconds
          ? Instant.ofEpochSecond(seconds.longValue())
          : null;
    } catch (DateTimeException e) {
      throw new GeneralSecurityException("iat is no time", e);
    }
  }

  /** As a JWK. */
  Map<String, Object> jwk() {
    Map<String, Object> jwk = new LinkedHashMap<>(algorithm.keyMembers(key));
    jwk.put("kid", kid);
    jwk.put("alg", algorithm.jwsName());
    jwk.put("use", "sig");
    if (since != null) {
      jwk.put("iat", since.getEpochSecond());
    }
    return jwk;
  }

  private static String thumbprint(Map<String, Object> members) {
    LinkedHashMap<String, String> required = new LinkedHashMap<>();
    Map<String, Object> sorted = new TreeMap<>(members);
    sorted.keySet().retainAll(THUMBPRINT.getOrDefault(members.get("kty"), List.of()));
    sorted.forEach((name, value) -> required.put(name, String.valueOf(value)));
    try {
      return ThumbprintUtils.compute("SHA-256", required).toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
