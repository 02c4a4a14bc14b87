package cn.trustregistry.bench;

import java.util.List;

/** A group of figures that are measured together. */
interface Section {
  /** How it is named on the command line. */
  String name();

  /** Measures, within the time that the mode allows. */
  Measured measure(Mode mode) throws Exception;

  /** What the figures of the whole run have to show; only those of this section's are named. */
  default List<Goal> goals() {
    return List.of();
  }
}
