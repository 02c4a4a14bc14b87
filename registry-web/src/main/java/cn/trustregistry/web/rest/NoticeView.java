package cn.trustregistry.web.rest;

import cn.trustregistry.publication.StoredNotice;

/** A revocation notice in JSON. */
public record NoticeView(
    String id,
    String issuer,
    String serial,
    String action,
    String reason,
    String effectiveAt,
    String receivedAt) {
  static NoticeView of(StoredNotice notice) {
    return new NoticeView(
        notice.id(),
        notice.issuerSha256(),
        notice.serial(),
        notice.action().name(),
        notice.reason().name(),
        notice.effectiveAt().toString(),
        notice.receivedAt().toString());
  }
}
