package cn.trustregistry.ocsp;

import cn.trustregistry.pki.revocation.OcspAnswer;

/**
 * A response as it was taken.
 *
 * @param certificate SHA-256 of the certificate it is about
 * @param source PUSHED or FETCHED
 */
public record StoredOcspResponse(
    String certificate, String source, OcspAnswer answer, byte[] der) {}
