package cn.trustregistry.web.ocsp;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.signing.SigningIdentity;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A delegated responder in JSON.
 *
 * @param request PKCS#10 in PEM, to be certified by the issuer with id-kp-OCSPSigning
 * @param state REQUESTED, SIGNING or EXPIRED
 */
public record ResponderView(
    String id,
    String issuer,
    String algorithm,
    String state,
    String request,
    @Nullable String certificate,
    @Nullable String notAfter,
    String createdAt) {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  static ResponderView of(SigningIdentity identity, Instant at) {
    Certificate certificate = identity.certificate();
    return new ResponderView(
        identity.id(),
        String.valueOf(identity.issuerSha256()),
        identity.algorithm().name(),
        certificate == null ? "REQUESTED" : identity.signsAt(at) ? "SIGNING" : "EXPIRED",
        pem(identity),
        certificate == null ? null : certificate.sha256(),
        certificate == null ? null : certificate.notAfter().toString(),
        identity.createdAt().toString());
  }

  static String pem(SigningIdentity identity) {
    byte[] request = identity.request();
    return "-----BEGIN CERTIFICATE REQUEST-----\n"
        + LINES.encodeToString(request == null ? new byte[0] : request)
        + "\n-----END CERTIFICATE REQUEST-----\n";
  }
}
