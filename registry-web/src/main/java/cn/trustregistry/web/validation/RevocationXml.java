package cn.trustregistry.web.validation;

import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.pki.revocation.RevocationNotice;
import cn.trustregistry.pki.revocation.RevocationStatus;
import cn.trustregistry.validation.RevocationSummary;
import cn.trustregistry.wsdl.validation.v1.RevocationEvidence;

/** Renders what is known of a certificate's revocation, whichever kind of evidence says so. */
final class RevocationXml {
  private RevocationXml() {}

  static RevocationEvidence of(RevocationSummary summary) {
    RevocationEvidence xml = new RevocationEvidence();
    xml.setCertificateSha256(summary.certificate());
    xml.setStatus(summary.statusName());
    xml.setSource(summary.source());
    if (summary.evidence() instanceof cn.trustregistry.pki.revocation.RevocationEvidence.Crl crl) {
      add(xml, crl.delta() == null ? crl.list() : crl.delta());
    } else if (summary.evidence()
        instanceof cn.trustregistry.pki.revocation.RevocationEvidence.Notice notice) {
      add(xml, notice.notice());
    } else if (summary.evidence()
        instanceof cn.trustregistry.pki.revocation.RevocationEvidence.Ocsp ocsp) {
      add(xml, ocsp.answer());
    }
    if (summary.status() instanceof RevocationStatus.Revoked revoked) {
      xml.setRevokedAt(revoked.since());
      xml.setRevocationReason(revoked.reason().name());
    } else if (summary.status() instanceof RevocationStatus.OnHold held) {
      xml.setRevokedAt(held.since());
    }
    return xml;
  }

  private static void add(RevocationEvidence xml, RevocationList list) {
    xml.setCrlNumber(list.number());
    xml.setCrlIssuer(list.issuer().toString());
    xml.setThisUpdate(list.thisUpdate());
    xml.setNextUpdate(list.nextUpdate());
    xml.setSha256(list.sha256());
  }

  private static void add(RevocationEvidence xml, RevocationNotice notice) {
    xml.setNoticeId(notice.id());
    xml.setThisUpdate(notice.receivedAt());
  }

  private static void add(RevocationEvidence xml, OcspAnswer answer) {
    xml.setThisUpdate(answer.thisUpdate());
    xml.setNextUpdate(answer.nextUpdate());
    xml.setSha256(answer.sha256());
  }
}
