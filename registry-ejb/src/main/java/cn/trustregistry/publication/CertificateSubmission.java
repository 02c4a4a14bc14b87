package cn.trustregistry.publication;

import org.jspecify.annotations.Nullable;

/**
 * A certificate as its CA company hands it in.
 *
 * @param pemOrDer one certificate
 * @param pair SHA-256 of the other half of the pair, which is published before or with it; or null
 */
public record CertificateSubmission(
    byte[] pemOrDer, CertificateAttributes attributes, @Nullable String pair) {}
