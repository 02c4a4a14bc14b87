package cn.trustregistry.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice.
 *
 * @param owner the company whose it is, or null if it is the platform's
 */
public record Notice(
    long id,
    @Nullable String owner,
    NoticeText text,
    State state,
    Instant changedAt,
    String changedBy) {
  /** Where it stands. */
  public enum State {
    /** Seen by its authors only; may be changed. */
    DRAFT,
    /** Shown in its time; its text stays as it is. */
    PUBLISHED,
    /** Not shown any more, and never again. */
    WITHDRAWN
  }

  /** Whether the portal shows it. */
  public boolean isShown(Instant at) {
    Instant to = text.to();
    return state == State.PUBLISHED && !text.from().isAfter(at) && (to == null || to.isAfter(at));
  }
}
