package cn.trustregistry.rulemaking;

import org.jspecify.annotations.Nullable;

/**
 * How far the making of a preview is.
 *
 * @param done verdicts decided again so far, of {@code total}
 * @param preview null until it is made
 * @param failure why it could not be made, or null
 */
public record PreviewProgress(
    long draft,
    int revision,
    long done,
    long total,
    @Nullable Preview preview,
    @Nullable String failure) {
  public boolean isRunning() {
    return preview == null && failure == null;
  }

  /** From 0 to 100. */
  public int percent() {
    if (!isRunning()) {
      return 100;
    }
    return total == 0 ? 0 : (int) Math.min(99, 100 * done / total);
  }
}
