package cn.trustregistry.trust;

import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationNotice;

/**
 * Something was published; fired within its transaction, taken into the snapshot when it commits.
 */
public sealed interface TrustChange {
  record CertificatePublished(DirectoryEntry entry) implements TrustChange {}

  record CrlPublished(String tenant, ReceivedCrl crl) implements TrustChange {}

  record NoticePublished(RevocationNotice notice) implements TrustChange {}

  /** Pushed or fetched. */
  record OcspTaken(OcspAnswer answer) implements TrustChange {}
}
