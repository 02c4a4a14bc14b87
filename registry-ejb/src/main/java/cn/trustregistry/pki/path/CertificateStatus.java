package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.revocation.RevocationStatus;

/** What is known of the revocation of one certificate of a path, with the evidence. */
public record CertificateStatus(Certificate certificate, RevocationStatus status) {}
