package cn.trustregistry.web.rest;

import cn.trustregistry.publication.PublicationOutcome;
import cn.trustregistry.publication.PublicationOutcome.Published;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** How many submissions came to what. */
final class Tally {
  private long published;
  private long repeated;
  private long refused;

  void add(List<PublicationOutcome> outcomes) {
    for (PublicationOutcome outcome : outcomes) {
      if (!(outcome instanceof Published done)) {
        refused++;
      } else if (done.repeated()) {
        repeated++;
      } else {
        published++;
      }
    }
  }

  long total() {
    return published + repeated + refused;
  }

  JsonObjectBuilder json(boolean dryRun) {
    return RefusalJson.JSON
        .createObjectBuilder()
        .add(dryRun ? "fit" : "published", published)
        .add("repeated", repeated)
        .add("refused", refused);
  }
}
