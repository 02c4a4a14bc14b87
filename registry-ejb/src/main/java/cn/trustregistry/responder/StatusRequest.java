package cn.trustregistry.responder;

import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.MalformedObjectException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/**
 * An OCSPRequest (RFC 6960 4.1). A signature on it is not asked for and not looked at.
 *
 * @param nonce the extension to be sent back (RFC 9654), or null
 */
record StatusRequest(List<CertID> ids, @Nullable Extension nonce) {
  /** More certificates than these are not asked about at a time. */
  static final int MAX_CERTIFICATES = 32;

  private static final int MAX_NONCE = 128;
  private static final int MAX_SERIAL_BITS = 160;

  /**
   * @throws MalformedObjectException if it is not one request, in DER, within the limits
   */
  static StatusRequest parse(byte[] der) throws MalformedObjectException {
    DerReader reader = DerReader.over(der, "OCSPRequest");
    reader.skip("OCSPRequest");
    reader.expectEnd();
    try {
      return read(OCSPRequest.getInstance(der).getTbsRequest());
    } catch (RuntimeException e) { // by any of these the library says: not the ASN.1
      throw malformed("is not the ASN.1 of RFC 6960");
    }
  }

  private static StatusRequest read(TBSRequest request) throws MalformedObjectException {
    if (!request.getVersion().hasValue(0)) {
      throw malformed("is of an unknown version");
    }
    ASN1Sequence list = request.getRequestList();
    if (list.size() == 0 || list.size() > MAX_CERTIFICATES) {
      throw malformed("asks about " + list.size() + " certificates");
    }
    List<CertID> ids = new ArrayList<>(list.size());
    for (ASN1Encodable each : list) {
      Request one = Request.getInstance(each);
      refuseCritical(one.getSingleRequestExtensions());
      CertID id = one.getReqCert();
      if (id.getSerialNumber().getValue().bitLength() > MAX_SERIAL_BITS) {
        throw malformed("asks about a serial number of absurd size");
      }
      ids.add(id);
    }
    refuseCritical(request.getRequestExtensions());
    return new StatusRequest(List.copyOf(ids), nonce(request.getRequestExtensions()));
  }

  /** RFC 9654 2.1: 1 to 128 octets. */
  private static @Nullable Extension nonce(@Nullable Extensions extensions)
      throws MalformedObjectException {
    Extension nonce =
        extensions == null
            ? null
            : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (nonce == null) {
      return null;
    }
    int octets = ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets().length;
    if (octets < 1 || octets > MAX_NONCE) {
      throw malformed("has a nonce of " + octets + " octets");
    }
    return nonce;
  }

  /** RFC 6960 4.4: what is critical has to be understood. */
  private static void refuseCritical(@Nullable Extensions extensions)
      throws MalformedObjectException {
    if (extensions == null) {
      return;
    }
    for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
      if (!critical.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)) {
        throw malformed("has the critical extension " + critical);
      }
    }
  }

  private static MalformedObjectException malformed(String what) {
    return new MalformedObjectException("OCSPRequest", what, -1);
  }
}
