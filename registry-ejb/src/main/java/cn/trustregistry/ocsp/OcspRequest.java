package cn.trustregistry.ocsp;

import cn.trustregistry.pki.Octets;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * A request about one certificate (RFC 6960 4.1).
 *
 * @param nonce what the response has to bring back (RFC 9654)
 * @param der the OCSPRequest; it names the certificate by SHA-1, which every responder knows (RFC
 *     5019 2.1.1) and which protects nothing here
 */
record OcspRequest(Octets nonce, byte[] der) {
  /** The length that RFC 9654 2.1 recommends. */
  private static final int NONCE_OCTETS = 32;

  static OcspRequest about(OcspNeed need, SecureRandom random) {
    byte[] nonce = new byte[NONCE_OCTETS];
    random.nextBytes(nonce);
    try {
      CertificateID id =
          new CertificateID(
              new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
              new X509CertificateHolder(need.issuer().der()),
              need.certificate().serial());
      Extension extension =
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString(nonce).getEncoded());
      OCSPReqBuilder builder = new OCSPReqBuilder().addRequest(id);
      builder.setRequestExtensions(new Extensions(extension));
      return new OcspRequest(Octets.of(nonce), builder.build().getEncoded());
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException("no OCSP request about " + need.certificate().sha256(), e);
    }
  }
}
