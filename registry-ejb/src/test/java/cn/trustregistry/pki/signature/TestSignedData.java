package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.TestPki.Issued;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/** Writes SignedData for tests, right or with one thing wrong, from the ASN.1 up. */
final class TestSignedData {
  private final SignedDocument.Kind kind;
  private final Issued signer;
  private DigestAlgorithm digest;
  private String signatureOid;
  private byte[] content = "合同 contract".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private boolean attributes = true;
  private boolean detached;
  private boolean certificate = true;
  private byte @Nullable [] signedDigest;
  private String contentTypeAttribute;
  private final List<Attribute> more = new ArrayList<>();

  private TestSignedData(SignedDocument.Kind kind, Issued signer) {
    this.kind = kind;
    this.signer = signer;
    this.digest =
        signer.certificate().publicKey().isSm2() ? DigestAlgorithm.SM3 : DigestAlgorithm.SHA_256;
    this.signatureOid = signer.key().algorithm().getAlgorithm().getId();
    this.contentTypeAttribute = kind.data();
  }

  static TestSignedData of(SignedDocument.Kind kind, Issued signer) {
    return new TestSignedData(kind, signer);
  }

  TestSignedData content(byte[] octets) {
    content = octets;
    return this;
  }

  TestSignedData withoutAttributes() {
    attributes = false;
    return this;
  }

  TestSignedData detached() {
    detached = true;
    return this;
  }

  TestSignedData withoutCertificate() {
    certificate = false;
    return this;
  }

  TestSignedData signatureOid(String oid) {
    signatureOid = oid;
    return this;
  }

  TestSignedData digest(DigestAlgorithm algorithm) {
    digest = algorithm;
    return this;
  }

  TestSignedData signedDigest(byte[] octets) {
    signedDigest = octets;
    return this;
  }

  TestSignedData contentTypeAttribute(String oid) {
    contentTypeAttribute = oid;
    return this;
  }

  TestSignedData signedAt(Instant instant) {
    return attribute(CMSAttributes.signingTime, new Time(Date.from(instant)));
  }

  TestSignedData attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    more.add(new Attribute(type, new DERSet(value)));
    return this;
  }

  /**
   * The signed attributes in DER, whose signature is also one over content that looks like them.
   */
  byte[] attributeOctets() throws IOException {
    return attributeSet().getEncoded("DER");
  }

  private ASN1Set attributeSet() {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    vector.add(
        new Attribute(
            CMSAttributes.contentType, new DERSet(new ASN1ObjectIdentifier(contentTypeAttribute))));
    byte[] value = signedDigest == null ? digest.of(content) : signedDigest;
    vector.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(value))));
    more.forEach(vector::add);
    return new DERSet(vector);
  }

  byte[] encode() throws IOException {
    ASN1Set set = attributes ? attributeSet() : null;
    byte[] signed = set == null ? content : set.getEncoded("DER");
    cn.trustregistry.pki.Certificate own = signer.certificate();
    Certificate bc = Certificate.getInstance(own.der());
    SignerInfo info =
        new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(bc.getIssuer(), own.serial())),
            new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid())),
            set,
            new AlgorithmIdentifier(new ASN1ObjectIdentifier(signatureOid)),
            new DEROctetString(signer.key().sign(signed)),
            (ASN1Set) null);
    SignedData data =
        new SignedData(
            new DERSet(new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()))),
            new ContentInfo(
                new ASN1ObjectIdentifier(kind.data()),
                detached ? null : new DEROctetString(content)),
            certificate ? new DERSet(bc) : null,
            null,
            new DERSet(info));
    String outer =
        kind == SignedDocument.Kind.CMS ? "1.2.840.113549.1.7.2" : "1.2.156.10197.6.1.4.2.2";
    return new ContentInfo(new ASN1ObjectIdentifier(outer), data).getEncoded("DER");
  }
}
