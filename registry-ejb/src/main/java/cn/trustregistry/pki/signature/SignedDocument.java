package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * A SignedData object as it was read: of CMS (RFC 5652 section 5; PKCS #7 1.5 as well) or of GB/T
 * 35275, which has the same structure under its own identifiers.
 *
 * @param contentType dotted identifier of the content
 * @param content what it encloses; null where that is detached
 */
public record SignedDocument(
    Kind kind,
    String contentType,
    @Nullable Octets content,
    List<Certificate> certificates,
    List<SignerInfo> signers) {
  static final int MAX_SIGNERS = 16;
  static final int MAX_CERTIFICATES = 64;

  /** The two families of identifiers. */
  public enum Kind {
    CMS("1.2.840.113549.1.7.2", "1.2.840.113549.1.7.1"),
    /** SM2 cryptography message syntax, signedData and data. */
    GBT35275("1.2.156.10197.6.1.4.2.2", "1.2.156.10197.6.1.4.2.1");

    private final String signedData;
    private final String data;

    Kind(String signedData, String data) {
      this.signedData = signedData;
      this.data = data;
    }

    /** Identifier of plain content. */
    String data() {
      return data;
    }
  }

  public SignedDocument {
    certificates = List.copyOf(certificates);
    signers = List.copyOf(signers);
  }

  /**
   * @throws MalformedObjectException if these octets are not exactly one object of that kind
   */
  public static SignedDocument parse(Kind kind, byte[] octets) throws MalformedObjectException {
    BerShape.check(octets);
    try {
      ContentInfo outer = ContentInfo.getInstance(octets);
      encoded(outer); // reads what Bouncy Castle would read only later, and fail on then
      String type = outer.getContentType().getId();
      if (!type.equals(kind.signedData)) {
        throw new MalformedObjectException("ContentInfo", "is of the type " + type, 0);
      }
      SignedData data = SignedData.getInstance(outer.getContent());
      if (data == null) {
        throw new MalformedObjectException("ContentInfo", "has no content", 0);
      }
      return new SignedDocument(
          kind,
          data.getEncapContentInfo().getContentType().getId(),
          content(data.getEncapContentInfo().getContent()),
          certificates(data.getCertificates()),
          signers(data.getSignerInfos()));
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
      throw new MalformedObjectException("SignedData", "cannot be read", 0);
    }
  }

  /** PKCS #7 1.5 may enclose something else than octets, which nobody signs documents with. */
  private static @Nullable Octets content(@Nullable ASN1Encodable content)
      throws MalformedObjectException {
    if (content == null) {
      return null;
    }
    if (content.toASN1Primitive() instanceof ASN1OctetString octets) {
      return Octets.of(octets.getOctets());
    }
    throw new MalformedObjectException("encapContentInfo", "encloses no octet string", 0);
  }

  private static List<Certificate> certificates(@Nullable ASN1Set set)
      throws MalformedObjectException {
    List<Certificate> certificates = new ArrayList<>();
    if (set != null) {
      if (set.size() > MAX_CERTIFICATES) {
        throw new MalformedObjectException("certificates", "are more than " + MAX_CERTIFICATES, 0);
      }
      for (ASN1Encodable each : set) {
        if (each.toASN1Primitive() instanceof ASN1Sequence certificate) {
          certificates.add(Certificate.parse(encoded(certificate)));
        }
      }
    }
    return certificates;
  }

  private static List<SignerInfo> signers(ASN1Set set) throws MalformedObjectException {
    if (set.size() > MAX_SIGNERS) {
      throw new MalformedObjectException("signerInfos", "are more than " + MAX_SIGNERS, 0);
    }
    List<SignerInfo> signers = new ArrayList<>();
    for (ASN1Encodable each : set) {
      SignerInfo signer = SignerInfo.getInstance(each);
      SignerMatch.text(signer.getSID());
      signers.add(signer);
    }
    return signers;
  }

  static byte[] encoded(ASN1Encodable object) {
    try {
      return object.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory cannot fail", e);
    }
  }
}
