package cn.trustregistry.receipt;

import cn.trustregistry.pki.FastSignatures;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPrivateKey;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPublicKey;

/** What receipts may be signed with; the names stand in settings, headers and keys. */
public enum ReceiptAlgorithm {
  /** ECDSA on P-256 with SHA-256 (RFC 7518 3.4). */
  ES256(JWSAlgorithm.ES256, "EC"),
  /** RSA PKCS #1 v1.5 with SHA-256 (RFC 7518 3.3). */
  RS256(JWSAlgorithm.RS256, "RSA"),
  /** SM2 with SM3 (GM/T 0003, GM/T 0009); no registered name exists, so this one is our own. */
  SM2_SM3(new JWSAlgorithm("urn:trustregistry:jws:SM2-SM3"), "EC");

  private static final int RSA_BITS = 3072;

  private final JWSAlgorithm jws;
  private final String keyType;

  ReceiptAlgorithm(JWSAlgorithm jws, String keyType) {
    this.jws = jws;
    this.keyType = keyType;
  }

  /** By its name in the header of a JWS; empty for every other, "none" among them. */
  static Optional<ReceiptAlgorithm> named(String jwsName) {
    return Arrays.stream(values()).filter(a -> a.jws.getName().equals(jwsName)).findFirst();
  }

  /** The value of {@code alg}. */
  public String jwsName() {
    return jws.getName();
  }

  JWSAlgorithm jws() {
    return jws;
  }

  KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType, Sm2.PROVIDER);
      switch (this) {
        case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        case SM2_SM3 -> generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        case RS256 -> generator.initialize(RSA_BITS);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle makes these keys", e);
    }
  }

  /**
   * @param pkcs8 the private key in DER (RFC 5958)
   */
  PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(keyType, signing())
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the stored key no longer parses", e);
    }
  }

  JWSSigner signer(PrivateKey key) {
    try {
      JWSSigner signer =
          switch (this) {
            case ES256 -> new ECDSASigner(key, Curve.P_256);
            case RS256 -> new RSASSASigner(key);
            case SM2_SM3 -> new Sm2.Signer((BCECPrivateKey) key);
          };
      signer.getJCAContext().setProvider(signing());
      return signer;
    } catch (JOSEException e) {
      throw new IllegalStateException("the key is not one of " + this, e);
    }
  }

  /** Native code where it gives the known answers, or else Bouncy Castle. */
  private Provider signing() {
    return switch (this) {
      case ES256 -> FastSignatures.provider(cn.trustregistry.pki.PublicKey.EC).orElse(Sm2.PROVIDER);
      case RS256 ->
          FastSignatures.provider(cn.trustregistry.pki.PublicKey.RSA).orElse(Sm2.PROVIDER);
      case SM2_SM3 -> Sm2.PROVIDER;
    };
  }

  JWSVerifier verifier(PublicKey key) throws JOSEException {
    JWSVerifier verifier =
        switch (this) {
          case ES256 -> new ECDSAVerifier((ECPublicKey) key);
          case RS256 -> new RSASSAVerifier((RSAPublicKey) key);
          case SM2_SM3 -> new Sm2.Verifier((BCECPublicKey) key);
        };
    verifier.getJCAContext().setProvider(Sm2.PROVIDER);
    return verifier;
  }

  /** The members of a JWK that say the key and no more (RFC 7517 4). */
  Map<String, Object> keyMembers(PublicKey key) {
    return switch (this) {
      case ES256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build().toJSONObject();
      case RS256 -> new RSAKey.Builder((RSAPublicKey) key).build().toJSONObject();
      case SM2_SM3 -> Sm2.jwk((BCECPublicKey) key);
    };
  }

  /**
   * Reads the key of a JWK.
   *
   * @throws GeneralSecurityException if it is not a key of this algorithm
   */
  PublicKey publicKey(Map<String, Object> jwk) throws GeneralSecurityException {
    try {
      return switch (this) {
        case ES256 -> p256(ECKey.parse(jwk));
        case RS256 -> RSAKey.parse(jwk).toRSAPublicKey();
        case SM2_SM3 -> Sm2.publicKey(jwk);
      };
    } catch (java.text.ParseException | JOSEException | IllegalArgumentException e) {
      throw new GeneralSecurityException("not a key of " + jws, e);
    }
  }

  private static PublicKey p256(ECKey key) throws JOSEException {
    if (!Curve.P_256.equals(key.getCurve())) {
      throw new JOSEException("the curve is not P-256");
    }
    return key.toECPublicKey();
  }
}
