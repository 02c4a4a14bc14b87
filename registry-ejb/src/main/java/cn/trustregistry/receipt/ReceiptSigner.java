package cn.trustregistry.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Instant;

/** A private key of the registry that signs receipts, and its public half. */
public final class ReceiptSigner {
  private final ReceiptKey publicKey;
  private final PrivateKey privateKey;

  private ReceiptSigner(ReceiptKey publicKey, PrivateKey privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  public static ReceiptSigner generate(ReceiptAlgorithm algorithm, Instant at) {
    KeyPair pair = algorithm.generate();
    return of(ReceiptKey.of(algorithm, pair.getPublic(), at), pair.getPrivate().getEncoded());
  }

  /**
   * A stored key.
   *
   * @param pkcs8 what {@link #pkcs8} gave
   */
  public static ReceiptSigner of(ReceiptKey publicKey, byte[] pkcs8) {
    return new ReceiptSigner(publicKey, publicKey.algorithm().privateKey(pkcs8));
  }

  public ReceiptKey publicKey() {
    return publicKey;
  }

  /** The private key in DER; to be sealed before it is stored. */
  public byte[] pkcs8() {
    return privateKey.getEncoded();
  }

  /** The receipt in compact serialization. */
  public String sign(ReceiptClaims claims) {
    JWSHeader header =
        new JWSHeader.Builder(publicKey.algorithm().jws())
            .type(SignedReceipt.TYPE)
            .keyID(publicKey.kid())
            .build();
    JWSObject jws = new JWSObject(header, new Payload(claims.members()));
    try {
      jws.sign(publicKey.algorithm().signer(privateKey));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the receipt key does not sign", e);
    }
  }

  /** What a time-stamp is to be taken over: the octets of the signature's text. */
  public static byte[] stamped(String compact) {
    return SignedReceipt.stamped(parsed(compact));
  }

  /**
   * The receipt with its time-stamp, in flattened serialization.
   *
   * @param token the time-stamp token in DER
   */
  public static String withTimeStamp(String compact, byte[] token) {
    return new SignedReceipt(parsed(compact), token).text();
  }

  private static JWSObject parsed(String compact) {
    try {
      return JWSObject.parse(compact);
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a receipt of ours", e);
    }
  }
}
