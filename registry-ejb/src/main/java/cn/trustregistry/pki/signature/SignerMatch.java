package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Octets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.jspecify.annotations.Nullable;

/** Finds the certificate that a signer names as his (RFC 5652 5.3 sid). */
final class SignerMatch {
  private SignerMatch() {}

  static @Nullable Certificate find(SignerIdentifier sid, List<Certificate> certificates) {
    ASN1Encodable id = sid.getId();
    for (Certificate certificate : certificates) {
      boolean his =
          id.toASN1Primitive() instanceof ASN1OctetString key
              ? isKey(key.getOctets(), certificate)
              : isIssuerAndSerial(IssuerAndSerialNumber.getInstance(id), certificate);
      if (his) {
        return certificate;
      }
    }
    return null;
  }

  static String text(SignerIdentifier sid) {
    if (sid.getId().toASN1Primitive() instanceof ASN1OctetString key) {
      return HexFormat.of().formatHex(key.getOctets());
    }
    IssuerAndSerialNumber pair = IssuerAndSerialNumber.getInstance(sid.getId());
    return pair.getName() + " " + pair.getSerialNumber().getValue().toString(16);
  }

  /** Whether content without signed attributes is itself a set of them with a digest among them. */
  static boolean readsAsAttributes(byte[] content) {
    if (content.length == 0 || content[0] != 0x31) {
      return false;
    }
    try {
      for (ASN1Encodable each : ASN1Set.getInstance(content)) {
        if (Attribute.getInstance(each).getAttrType().equals(CMSAttributes.messageDigest)) {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean isKey(byte[] identifier, Certificate certificate) {
    Octets own = certificate.extensions().subjectKeyIdentifier();
    return own != null && Arrays.equals(own.toArray(), identifier);
  }

  private static boolean isIssuerAndSerial(IssuerAndSerialNumber pair, Certificate certificate) {
    if (!pair.getSerialNumber().getValue().equals(certificate.serial())) {
      return false;
    }
    try {
      return DistinguishedName.parse(SignedDocument.encoded(pair.getName()))
          .equals(certificate.issuer());
    } catch (MalformedObjectException e) {
      return false;
    }
  }
}
