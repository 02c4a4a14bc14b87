package cn.trustregistry.signing;

import cn.trustregistry.pki.PublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.SM2Signer;

/** With what the registry signs. */
public enum SigningAlgorithm {
  /** ECDSA with SHA-256 on P-256 (RFC 5758 3.2); the cheapest that every client knows. */
  P256("1.2.840.10045.3.1.7", "1.2.840.10045.4.3.2"),
  /** SM2 with SM3 (GM/T 0009), for clients of GM issuers. */
  SM2(PublicKey.SM2_CURVE, "1.2.156.10197.1.501");

  private final ASN1ObjectIdentifier curve;
  private final AlgorithmIdentifier signature;

  SigningAlgorithm(String curve, String signature) {
    this.curve = new ASN1ObjectIdentifier(curve);
    this.signature = new AlgorithmIdentifier(new ASN1ObjectIdentifier(signature));
  }

  ASN1ObjectIdentifier curve() {
    return curve;
  }

  AlgorithmIdentifier signature() {
    return signature;
  }

  Signer signer() {
    return this == P256
        ? new DSADigestSigner(
            new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest())
        : new SM2Signer();
  }
}
