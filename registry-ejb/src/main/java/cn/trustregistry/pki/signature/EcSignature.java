package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.PublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/** The two ways in which signatures on curves are written. */
final class EcSignature {
  private EcSignature() {}

  /**
   * The signature as a DER sequence (RFC 3279 2.2.3, GM/T 0009 7.3), also where it is r and s side
   * by side (IEEE P1363), as .NET and many Chinese SDKs write it.
   */
  static byte[] der(PublicKey key, byte[] signature) {
    int half = (key.bits() + 7) / 8;
    boolean onCurve = key.algorithm().equals(PublicKey.EC);
    if (!onCurve || signature.length != 2 * half || isSequence(signature)) {
      return signature;
    }
    BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half));
    try {
      return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)})
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory cannot fail", e);
    }
  }

  private static boolean isSequence(byte[] signature) {
    return signature[0] == 0x30 && signature[1] == signature.length - 2 && signature[2] == 0x02;
  }
}
