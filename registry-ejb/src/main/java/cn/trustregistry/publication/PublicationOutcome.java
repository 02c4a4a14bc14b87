package cn.trustregistry.publication;

import cn.trustregistry.pki.lint.Finding;
import java.util.List;

/** What became of one submission. */
public sealed interface PublicationOutcome {
  /**
   * It is published.
   *
   * @param repeated whether it was before, with the same attributes
   * @param warnings what is wrong with it, but not enough to refuse it
   */
  record Published(String sha256, boolean repeated, List<Finding> warnings)
      implements PublicationOutcome {}

  /** It is not published. */
  record Refused(PublicationRefused why) implements PublicationOutcome {}
}
