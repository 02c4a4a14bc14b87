package cn.trustregistry.web.rest;

import cn.trustregistry.publication.StoredNotice;
import java.util.List;

/** A revocation notice in JSON. */
public record NoticeView(
    String id,
    String issuer,
    String serial,
    String action,
    String reason,
    String effectiveAt,
    String receivedAt) {
  /** Some of a company's notices, and where the listing goes on. */
  public record NoticePage(List<NoticeView> items, String nextCursor) {}

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
