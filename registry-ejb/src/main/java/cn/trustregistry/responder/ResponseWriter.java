package cn.trustregistry.responder;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.signing.SigningIdentity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.jspecify.annotations.Nullable;

/** Writes and signs a BasicOCSPResponse (RFC 6960 4.2.1). */
final class ResponseWriter {
  /** A certificate asked about, and what is said of it. */
  record Said(CertID id, Standing standing) {}

  private final SigningIdentity signer;
  private final Duration window;

  ResponseWriter(SigningIdentity signer, Duration window) {
    this.signer = signer;
    this.window = window;
  }

  /**
   * @param nonce to be sent back, or null
   */
  StatusAnswer.Signed write(List<Said> all, @Nullable Extension nonce, Instant at) {
    Certificate certificate = Objects.requireNonNull(signer.certificate());
    BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(responder());
    Instant keepUntil = at.plus(window);
    for (Said said : all) {
      Instant until = until(said.standing(), at);
      keepUntil = until.isBefore(keepUntil) ? until : keepUntil;
      builder.addResponse(
          new CertificateID(said.id()),
          status(said.standing()),
          Date.from(thisUpdate(said.standing(), at)),
          Date.from(until),
          null);
    }
    if (nonce != null) {
      builder.setResponseExtensions(new Extensions(nonce));
    }
    try {
      X509CertificateHolder[] chain = {new X509CertificateHolder(certificate.der())};
      byte[] der =
          new OCSPRespBuilder()
              .build(
                  OCSPRespBuilder.SUCCESSFUL,
                  builder.build(signer.keys().signer(), chain, Date.from(at)))
              .getEncoded();
      boolean mayBeKept =
          nonce == null && all.stream().noneMatch(ResponseWriter::mayChangeAtAnyTime);
      return new StatusAnswer.Signed(der, Digests.sha256(der), at, mayBeKept ? keepUntil : at);
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException("an OCSP response cannot be written", e);
    }
  }

  /** What is unknown may be published, or its evidence arrive, before the window is over. */
  private static boolean mayChangeAtAnyTime(Said said) {
    return said.standing() instanceof Standing.Unknown
        || said.standing() instanceof Standing.Undecided;
  }

  private static @Nullable CertificateStatus status(Standing standing) {
    if (standing instanceof Standing.Good) {
      return CertificateStatus.GOOD;
    }
    if (standing instanceof Standing.Revoked revoked) {
      Date since = Date.from(revoked.since());
      return revoked.reason() == RevocationReason.UNSPECIFIED
          ? new RevokedStatus(since)
          : new RevokedStatus(since, revoked.reason().code());
    }
    return new UnknownStatus();
  }

  private static Instant thisUpdate(Standing standing, Instant at) {
    Instant evidence =
        standing instanceof Standing.Good good
            ? good.thisUpdate()
            : standing instanceof Standing.Revoked revoked ? revoked.thisUpdate() : at;
    return evidence.isAfter(at) ? at : evidence;
  }

  private Instant until(Standing standing, Instant at) {
    return standing instanceof Standing.Good good ? good.until() : at.plus(window);
  }

  private RespID responder() {
    byte[] key = signer.keys().info().getPublicKeyData().getOctets();
    SHA1Digest digest = new SHA1Digest();
    digest.update(key, 0, key.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return new RespID(new ResponderID(new DEROctetString(hash)));
  }
}
