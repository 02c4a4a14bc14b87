package cn.trustregistry.ocsp;

import java.time.Instant;

/**
 * What came back from a responder, not yet looked at.
 *
 * @param receivedAt when the last octet was here
 */
record OcspReply(byte[] der, Instant receivedAt) {}
