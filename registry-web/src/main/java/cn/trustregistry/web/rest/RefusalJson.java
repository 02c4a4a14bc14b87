package cn.trustregistry.web.rest;

import cn.trustregistry.pki.lint.Finding;
import cn.trustregistry.publication.PublicationRefused;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A refused publication as an RFC 9457 problem, with what the lints found. */
final class RefusalJson {
  /** Made once: each call of {@link Json} looks for the provider in all libraries again. */
  static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private RefusalJson() {}

  static JsonObject of(PublicationRefused refused) {
    Problem problem =
        new Problem(
            status(refused.kind()),
            Problem.nameOf(refused.kind()),
            "The publication was refused",
            String.valueOf(refused.getMessage()),
            refused.field());
    return refused.findings().isEmpty()
        ? problem.json()
        : JSON.createObjectBuilder(problem.json())
            .add("findings", findings(refused.findings()))
            .build();
  }

  static int status(PublicationRefused.Kind kind) {
    return switch (kind) {
      case NOT_PERMITTED -> 403;
      case UNKNOWN_CERTIFICATE,
          MALFORMED_CERTIFICATE,
          MALFORMED_SUBMISSION,
          MALFORMED_CRL,
          MALFORMED_OCSP,
          UNFIT_TIME ->
          400;
      case DUPLICATE_SERIAL, ATTRIBUTES_DIFFER, UNFIT_TRANSITION, TOO_MANY_SOURCES -> 409;
      case CA_CERTIFICATE,
          FOREIGN_ISSUER,
          LEGACY_ISSUE_ENDED,
          LINT,
          CRL_NOT_ACCEPTED,
          OCSP_NOT_ACCEPTED,
          URL_NOT_ALLOWED ->
          422;
    };
  }

  static JsonArray findings(List<Finding> findings) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Finding finding : findings) {
      array.add(
          JSON.createObjectBuilder()
              .add("lint", finding.lint())
              .add("severity", finding.severity().name())
              .add("standard", finding.standard())
              .add("detail", finding.detail()));
    }
    return array.build();
  }
}
