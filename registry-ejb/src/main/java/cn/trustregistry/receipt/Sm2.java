package cn.trustregistry.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPrivateKey;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPublicKey;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/**
 * SM2 with SM3 as a JWS algorithm: the user id is the default one of GM/T 0009 (1234567812345678),
 * the signature is R and S of 32 octets each, as with ES256; the curve of the JWK is named {@code
 * SM2}.
 */
final class Sm2 {
  static final Provider PROVIDER = new BouncyCastleProvider();

  private static final String CURVE = "SM2";
  private static final ECNamedCurveParameterSpec PARAMETERS =
      ECNamedCurveTable.getParameterSpec("sm2p256v1");
  private static final int OCTETS = 32;

  private Sm2() {}

  static Map<String, Object> jwk(BCECPublicKey key) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", CURVE);
    jwk.put("x", Base64URL.encode(key.getQ().getAffineXCoord().getEncoded()).toString());
    jwk.put("y", Base64URL.encode(key.getQ().getAffineYCoord().getEncoded()).toString());
    return jwk;
  }

  /**
   * @throws GeneralSecurityException if it is no point of the curve
   */
  static PublicKey publicKey(Map<String, Object> jwk) throws GeneralSecurityException {
    if (!CURVE.equals(jwk.get("crv"))) {
      throw new GeneralSecurityException("the curve is not SM2");
    }
    try {
      var point = PARAMETERS.getCurve().validatePoint(number(jwk, "x"), number(jwk, "y"));
      return KeyFactory.getInstance("EC", PROVIDER)
          .generatePublic(new ECPublicKeySpec(point, PARAMETERS));
    } catch (IllegalArgumentException notOnCurve) {
      throw new GeneralSecurityException("the point is not on the curve", notOnCurve);
    }
  }

  private static BigInteger number(Map<String, Object> jwk, String name) {
    byte[] octets = new Base64URL(String.valueOf(jwk.get(name))).decode();
    if (octets.length != OCTETS) {
      throw new IllegalArgumentException(name + " is not of 32 octets");
    }
    return new BigInteger(1, octets);
  }

  /** Signs as RFC 7515 5.1 asks of an algorithm. */
  static final class Signer implements JWSSigner {
    private final JCAContext context = new JCAContext();
    private final BCECPrivateKey key;

    Signer(BCECPrivateKey key) {
      this.key = key;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
      try {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(
            true,
            new ParametersWithRandom(
                PrivateKeyFactory.createKey(key.getEncoded()), context.getSecureRandom()));
        signer.update(input, 0, input.length);
        return Base64URL.encode(signer.generateSignature());
      } catch (java.io.IOException | CryptoException e) {
        throw new JOSEException(e.getMessage(), e);
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(ReceiptAlgorithm.SM2_SM3.jws());
    }

    @Override
    public JCAContext getJCAContext() {
      return context;
    }
  }

  /** Verifies as RFC 7515 5.2 asks of an algorithm. */
  static final class Verifier implements JWSVerifier {
    private final JCAContext context = new JCAContext();
    private final BCECPublicKey key;

    Verifier(BCECPublicKey key) {
      this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature)
        throws JOSEException {
      try {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(false, PublicKeyFactory.createKey(key.getEncoded()));
        signer.update(input, 0, input.length);
        return signer.verifySignature(signature.decode());
      } catch (java.io.IOException e) {
        throw new JOSEException(e.getMessage(), e);
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(ReceiptAlgorithm.SM2_SM3.jws());
    }

    @Override
    public JCAContext getJCAContext() {
      return context;
    }
  }
}
