package cn.trustregistry.trustlist;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.signing.SigningIdentity;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signs a document as a whole: enveloped XAdES baseline B-B (ETSI EN 319 132-1), ECDSA with
 * SHA-256, as ETSI TS 119 612 5.7 wants it.
 */
final class XadesSignature {
  private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
  private static final String ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  private static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;

  private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
  private final Certificate certificate;
  private final PrivateKey key;

  XadesSignature(SigningIdentity signer) {
    this.certificate = Objects.requireNonNull(signer.certificate());
    try {
      this.key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(signer.keys().pkcs8()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform reads P-256 keys", e);
    }
  }

  /** Adds the signature to the document's root. */
  void sign(Document document, Instant at) {
    try {
      Element properties = properties(document, at);
      XMLObject object =
          factory.newXMLObject(List.of(new DOMStructure(properties)), null, null, null);
      DOMSignContext context = new DOMSignContext(key, document.getDocumentElement());
      context.setDefaultNamespacePrefix("ds");
      Element signed = (Element) properties.getFirstChild();
      context.setIdAttributeNS(signed, null, "Id");
      factory
          .newXMLSignature(signedInfo(), keyInfo(), List.of(object), "signature", null)
          .sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("a trust list cannot be signed", e);
    }
  }

  private SignedInfo signedInfo() throws GeneralSecurityException {
    DigestMethod sha256 = factory.newDigestMethod(DigestMethod.SHA256, null);
    Transform exclusive = transform(EXCLUSIVE);
    Reference whole =
        factory.newReference(
            "", sha256, List.of(transform(Transform.ENVELOPED), exclusive), null, "list");
    Reference properties =
        factory.newReference(
            "#signed-properties", sha256, List.of(exclusive), SIGNED_PROPERTIES, null);
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(ECDSA_SHA256, null),
        List.of(whole, properties));
  }

  private Transform transform(String algorithm) throws GeneralSecurityException {
    return factory.newTransform(algorithm, (TransformParameterSpec) null);
  }

  private KeyInfo keyInfo() throws GeneralSecurityException {
    KeyInfoFactory infos = factory.getKeyInfoFactory();
    Object x509 =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.der()));
    return infos.newKeyInfo(List.of(infos.newX509Data(List.of(x509))));
  }

  private Element properties(Document document, Instant at) throws GeneralSecurityException {
    XmlTree qualifying = XmlTree.root(document, XADES, "xades:", "QualifyingProperties");
    qualifying.attribute("Target", "#signature");
    XmlTree signed = qualifying.child("SignedProperties").attribute("Id", "signed-properties");
    XmlTree signature = signed.child("SignedSignatureProperties");
    signature.text("SigningTime", at.truncatedTo(ChronoUnit.SECONDS));
    XmlTree digest = signature.child("SigningCertificateV2").child("Cert").child("CertDigest");
    XmlTree ds =
        XmlTree.root(document, "http://www.w3.org/2000/09/xmldsig#", "ds:", "DigestMethod");
    ds.attribute("Algorithm", DigestMethod.SHA256);
    digest.element().appendChild(ds.element());
    XmlTree value = XmlTree.root(document, ds.namespace(), "ds:", "DigestValue");
    value.element().setTextContent(base64Sha256(certificate.der()));
    digest.element().appendChild(value.element());
    signed
        .child("SignedDataObjectProperties")
        .child("DataObjectFormat")
        .attribute("ObjectReference", "#list")
        .text("MimeType", "text/xml");
    return qualifying.element();
  }

  private static String base64Sha256(byte[] octets) throws GeneralSecurityException {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
  }
}
