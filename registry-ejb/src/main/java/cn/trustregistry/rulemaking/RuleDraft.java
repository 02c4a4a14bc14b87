package cn.trustregistry.rulemaking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the next rule book.
 *
 * @param revision grows with each edit; who edits names the one that was seen
 * @param basedOn version of the rule book it was made from; 0 if there was none
 * @param submittedBy who stands behind it and waits for a second person, or null
 * @param publishedAs version of the rule book that came of it, or null
 */
public record RuleDraft(
    long id,
    int revision,
    State state,
    long basedOn,
    DraftContent content,
    String createdBy,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt,
    @Nullable Long publishedAs) {
  /** Where it stands. */
  public enum State {
    /** Can be edited. */
    OPEN,
    /** Waits for the approval of a second admin. */
    SUBMITTED,
    PUBLISHED,
    DISCARDED
  }
}
