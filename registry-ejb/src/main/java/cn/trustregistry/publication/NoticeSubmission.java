package cn.trustregistry.publication;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a CA company says of a certificate ahead of its next CRL.
 *
 * @param issuer SHA-256 of the certificate of the issuer that signed the certificate
 * @param serial the certificate's serial number
 * @param effectiveAt from when it counts; null for the moment of receipt
 */
public record NoticeSubmission(
    String issuer,
    BigInteger serial,
    Action action,
    RevocationReason reason,
    @Nullable Instant effectiveAt) {}
