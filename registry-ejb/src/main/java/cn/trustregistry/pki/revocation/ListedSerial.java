package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.crl.RevokedEntry;
import java.time.Instant;

/**
 * A serial number that a list of its issuer names.
 *
 * @param thisUpdate of the list
 */
public record ListedSerial(RevokedEntry entry, Instant thisUpdate) {}
