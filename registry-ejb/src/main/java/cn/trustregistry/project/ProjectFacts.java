package cn.trustregistry.project;

import cn.trustregistry.recognition.CategoryRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of what is known of a project.
 *
 * @param centre GB/T 2260 code of the centre it belongs to
 * @param code the centre's own code for it
 * @param version 1 for the first report
 * @param listedOn day in Asia/Shanghai
 * @param sealedAt when the bids were sealed, or null if that was not reported
 * @param openedAt when they were opened, or null
 * @param endedAt when its trading ended, or null
 * @param correction why facts of an earlier version were corrected, or null if none were
 */
public record ProjectFacts(
    String centre,
    String code,
    int version,
    String name,
    CategoryRef category,
    LocalDate listedOn,
    @Nullable Instant sealedAt,
    @Nullable Instant openedAt,
    @Nullable Instant endedAt,
    Instant reportedAt,
    String reportedBy,
    @Nullable String correction) {

  /** Whether bids may still have to be decrypted: neither opened nor ended by then. */
  public boolean isOpen(Instant at) {
    return !isBy(openedAt, at) && !isBy(endedAt, at);
  }

  public boolean isEnded(Instant at) {
    return isBy(endedAt, at);
  }

  private static boolean isBy(@Nullable Instant event, Instant at) {
    return event != null && !event.isAfter(at);
  }

  /** Whether the other version tells the same of the project. */
  boolean tellsTheSame(ProjectFacts other) {
    return equals(
        new ProjectFacts(
            other.centre,
            other.code,
            version,
            other.name,
            other.category,
            other.listedOn,
            other.sealedAt,
            other.openedAt,
            other.endedAt,
            reportedAt,
            reportedBy,
            correction));
  }
}
