package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.MalformedObjectException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.SingleResponse;

/**
 * Which certificate a response is about, before anything of the response is believed (CertID, RFC
 * 6960 4.1.1). It names the issuer by hashes only.
 */
public final class OcspSubject {
  private final CertID id;

  private OcspSubject(CertID id) {
    this.id = id;
  }

  /** The certificate that somebody asks about. */
  public static OcspSubject of(CertID id) {
    return new OcspSubject(id);
  }

  /**
   * The certificates a response is about; none for one that is not successful or not basic.
   *
   * @param der an OCSPResponse
   * @throws MalformedObjectException if it is not one, in DER
   */
  public static List<OcspSubject> of(byte[] der) throws MalformedObjectException {
    DerReader reader = DerReader.over(der, "OCSPResponse");
    reader.skip("OCSPResponse");
    reader.expectEnd();
    try {
      ResponseBytes bytes = OCSPResponse.getInstance(der).getResponseBytes();
      if (bytes == null
          || !bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
        return List.of();
      }
      return of(BasicOCSPResponse.getInstance(bytes.getResponse().getOctets()));
    } catch (RuntimeException e) { // by any of these the library says: not the ASN.1
      throw new MalformedObjectException("OCSPResponse", "is not the ASN.1 of RFC 6960", -1);
    }
  }

  private static List<OcspSubject> of(BasicOCSPResponse basic) {
    List<OcspSubject> subjects = new ArrayList<>(1);
    for (ASN1Encodable each : basic.getTbsResponseData().getResponses()) {
      subjects.add(new OcspSubject(SingleResponse.getInstance(each).getCertID()));
    }
    return List.copyOf(subjects);
  }

  public BigInteger serial() {
    return id.getSerialNumber().getValue();
  }

  /** Whether the certificate is one of this issuer. */
  public boolean isIssuedBy(Certificate issuer) {
    return OcspCertificateId.isIssuedBy(id, issuer.subject(), issuer.publicKey());
  }
}
