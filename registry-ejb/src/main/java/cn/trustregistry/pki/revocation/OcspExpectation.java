package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.PublicKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an OCSP response is to answer.
 *
 * @param certificate the certificate asked about
 * @param issuerKey key of its issuer
 * @param nonce the nonce of the request; null if none was sent, as for responses that a CA pushes
 * @param at when the response is taken
 * @param skew how far the responder's clock may be ahead of ours
 */
public record OcspExpectation(
    Certificate certificate,
    PublicKey issuerKey,
    @Nullable Octets nonce,
    Instant at,
    Duration skew) {}
