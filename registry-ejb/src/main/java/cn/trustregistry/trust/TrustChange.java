package cn.trustregistry.trust;

import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationNotice;
import java.util.List;

/**
 * Something was published; fired within its transaction, taken into the snapshot when it commits.
 */
public sealed interface TrustChange {
  record CertificatesPublished(List<DirectoryEntry> entries) implements TrustChange {}

  record CrlPublished(String tenant, ReceivedCrl crl) implements TrustChange {}

  record NoticePublished(RevocationNotice notice) implements TrustChange {}

  /** One certificate after another took the place of an old one. */
  record CertificatesReplaced(List<Succession> successions) implements TrustChange {}

  /** Pushed or fetched. */
  record OcspTaken(OcspAnswer answer) implements TrustChange {}
}
