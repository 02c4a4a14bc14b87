package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.crl.RevokedEntry;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that says otherwise of a certificate than those before it.
 *
 * @param crlNumber of the list, complete or delta; null if it has none
 * @param thisUpdate when the list was issued
 * @param entry what it says; null if it no longer names the certificate
 */
public record ListingChange(
    @Nullable BigInteger crlNumber, Instant thisUpdate, @Nullable RevokedEntry entry) {}
