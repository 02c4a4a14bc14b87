package cn.trustregistry.web.tenant;

import cn.trustregistry.notice.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice (公告) in JSON; plain text, where lines may break.
 *
 * @param tenant the company whose it is; not there if it is the platform's
 * @param titleEn empty if there is none; {@code textEn} likewise
 * @param showTo not there if it is shown until it is withdrawn
 */
public record PublicNoticeView(
    long id,
    @Nullable String tenant,
    String titleZh,
    String titleEn,
    String textZh,
    String textEn,
    String showFrom,
    @Nullable String showTo) {
  static PublicNoticeView of(Notice notice) {
    Instant to = notice.text().to();
    return new PublicNoticeView(
        notice.id(),
        notice.owner(),
        notice.text().titleZh(),
        notice.text().titleEn(),
        notice.text().textZh(),
        notice.text().textEn(),
        notice.text().from().toString(),
        to == null ? null : to.toString());
  }
}
