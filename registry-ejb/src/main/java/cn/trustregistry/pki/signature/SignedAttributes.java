package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The signed attributes of one signer (RFC 5652 sections 5.3 and 11, RFC 5035): each of the known
 * ones at most once, with one value, and right.
 */
final class SignedAttributes {
  private static final ASN1ObjectIdentifier SIGNING_CERTIFICATE =
      PKCSObjectIdentifiers.id_aa_signingCertificate;
  private static final ASN1ObjectIdentifier SIGNING_CERTIFICATE_V2 =
      PKCSObjectIdentifiers.id_aa_signingCertificateV2;

  private final AttributeTable table;
  private final List<Reason> reasons;

  /**
   * @param reasons what is wrong is added to these
   */
  SignedAttributes(ASN1Set attributes, List<Reason> reasons) {
    this.table = new AttributeTable(attributes);
    this.reasons = reasons;
  }

  void checkContentType(String contentType) {
    ASN1Encodable value = value(CMSAttributes.contentType, "contentType", true);
    if (value != null
        && !(value instanceof ASN1ObjectIdentifier oid && oid.getId().equals(contentType))) {
      wrong("contentType", "names another type than the content has");
    }
  }

  void checkDigest(DigestAlgorithm algorithm, byte[] digest) {
    ASN1Encodable value = value(CMSAttributes.messageDigest, "messageDigest", true);
    if (value instanceof ASN1OctetString signed) {
      if (!Arrays.equals(signed.getOctets(), digest)) {
        reasons.add(
            new SignatureReason(
                SignatureCause.CONTENT_DIGEST_DIFFERS,
                Evidence.none()
                    .with("algorithm", algorithm.text())
                    .with("signed", HexFormat.of().formatHex(signed.getOctets()))
                    .with("content", HexFormat.of().formatHex(digest))
                    .facts()));
      }
    } else if (value != null) {
      wrong("messageDigest", "is no octet string");
    }
  }

  /** Nothing is wrong where neither attribute is there: CMS does not ask for them. */
  void checkSigningCertificate(Certificate signer) {
    ASN1Encodable second = value(SIGNING_CERTIFICATE_V2, "signingCertificateV2", false);
    if (second != null) {
      ESSCertIDv2[] named = SigningCertificateV2.getInstance(second).getCerts();
      DigestAlgorithm digest =
          named.length == 0
              ? null
              : DigestAlgorithm.of(named[0].getHashAlgorithm().getAlgorithm().getId());
      if (digest == null || !Arrays.equals(named[0].getCertHash(), digest.of(signer.der()))) {
        differs(signer);
      }
    }
    ASN1Encodable first = value(SIGNING_CERTIFICATE, "signingCertificate", false);
    if (first != null) {
      ESSCertID[] named = SigningCertificate.getInstance(first).getCerts();
      byte[] hash = DigestAlgorithm.SHA_1.of(signer.der());
      if (named.length == 0 || !Arrays.equals(named[0].getCertHash(), hash)) {
        differs(signer);
      }
    }
  }

  /** When the signer says he signed; null if he does not. */
  @Nullable Instant claimedTime() {
    ASN1Encodable value = value(CMSAttributes.signingTime, "signingTime", false);
    return value == null ? null : Time.getInstance(value).getDate().toInstant();
  }

  private @Nullable ASN1Encodable value(ASN1ObjectIdentifier type, String name, boolean mandatory) {
    int count = table.getAll(type).size();
    Attribute attribute = table.get(type);
    if (attribute == null) {
      if (mandatory) {
        wrong(name, "is missing");
      }
      return null;
    }
    if (count != 1 || attribute.getAttrValues().size() != 1) {
      wrong(name, "is not there exactly once with one value");
      return null;
    }
    return attribute.getAttrValues().getObjectAt(0).toASN1Primitive();
  }

  private void differs(Certificate signer) {
    reasons.add(
        new SignatureReason(
            SignatureCause.SIGNING_CERTIFICATE_DIFFERS, Evidence.of(signer).facts()));
  }

  private void wrong(String attribute, String why) {
    reasons.add(
        new SignatureReason(
            SignatureCause.SIGNED_ATTRIBUTES_WRONG,
            Evidence.none().with("attribute", attribute).with("why", why).facts()));
  }
}
