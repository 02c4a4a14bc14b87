package cn.trustregistry.web.rest;

import cn.trustregistry.publication.PublicationOutcome;
import cn.trustregistry.publication.PublicationOutcome.Published;
import cn.trustregistry.publication.PublicationOutcome.Refused;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What became of one of many submissions. */
final class OutcomeJson {
  private OutcomeJson() {}

  /**
   * @param counter name of the member that says which one it was, {@code line} or {@code position}
   * @param number counted from 1
   */
  static JsonObject of(String counter, long number, PublicationOutcome outcome, boolean dryRun) {
    JsonObjectBuilder json = RefusalJson.JSON.createObjectBuilder().add(counter, number);
    if (outcome instanceof Refused refused) {
      return json.add("status", "REFUSED").add("problem", RefusalJson.of(refused.why())).build();
    }
    Published published = (Published) outcome;
    json.add("status", status(published, dryRun)).add("sha256", published.sha256());
    if (!published.warnings().isEmpty()) {
      json.add("warnings", RefusalJson.findings(published.warnings()));
    }
    return json.build();
  }

  /** REPEATED, PUBLISHED, or in a dry run FIT. */
  static String status(Published published, boolean dryRun) {
    return published.repeated() ? "REPEATED" : dryRun ? "FIT" : "PUBLISHED";
  }
}
