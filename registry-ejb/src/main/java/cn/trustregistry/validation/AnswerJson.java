package cn.trustregistry.validation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.Map;

/** The whole answer in JSON, as its record keeps it; names are stable and only added to. */
final class AnswerJson {
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private AnswerJson() {}

  static String of(Validations.Recorded recorded) {
    Answer answer = recorded.answer();
    StringWriter text = new StringWriter(2_048);
    try (JsonGenerator json = GENERATORS.createGenerator(text)) {
      json.writeStartObject()
          .write("id", recorded.id())
          .write("decidedAt", recorded.decidedAt().toString());
      writeRequest(json, answer.request());
      json.write("verdict", answer.verdict().name()).write("sofCode", answer.sofCode());
      answer.company().ifPresent(company -> json.write("authority", company.code()));
      writeReasons(json, answer);
      writePath(json, answer);
      writeRevocation(json, answer);
      writeRecognition(json, answer);
      writeOccasion(json, answer);
      json.writeEnd();
    }
    return text.toString();
  }

  private static void writeRequest(JsonGenerator json, ValidationRequest request) {
    json.write("at", request.at().toString())
        .write("knownAt", request.knownAt().toString())
        .write("certificate", request.certificate().sha256())
        .write("category", request.category().toString())
        .write("stage", request.stage().name());
    if (request.listedOn() != null) {
      json.write("listedOn", request.listedOn().toString());
    }
    json.write("requestDigest", RequestDigest.of(request));
  }

  private static void writeReasons(JsonGenerator json, Answer answer) {
    json.writeStartArray("reasons");
    for (Reason reason : answer.reasons()) {
      json.writeStartObject()
          .write("code", reason.code())
          .write("effect", reason.effect().name())
          .write("standard", reason.standard())
          .writeStartObject("evidence");
      reason.evidence().forEach(json::write);
      json.writeEnd().writeEnd();
    }
    json.writeEnd();
  }

  private static void writePath(JsonGenerator json, Answer answer) {
    json.writeStartArray("path");
    for (Certificate certificate : answer.pathToAnchor()) {
      json.write(certificate.sha256());
    }
    json.writeEnd();
  }

  private static void writeRevocation(JsonGenerator json, Answer answer) {
    json.writeStartArray("revocation");
    for (RevocationSummary summary : answer.revocation()) {
      json.writeStartObject()
          .write("certificate", summary.certificate())
          .write("status", summary.statusName())
          .write("source", summary.source());
      summary.facts().forEach(json::write);
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void writeOccasion(JsonGenerator json, Answer answer) {
    ValidationRequest request = answer.request();
    Occasion occasion = answer.occasion();
    if (request.project() != null) {
      json.write("project", request.project());
    }
    if (occasion.listedOn() != null && request.listedOn() == null) {
      json.write("projectListedOn", occasion.listedOn().toString());
    }
    if (occasion.sealedAt() != null) {
      json.write("sealedAt", occasion.sealedAt().toString());
    }
    if (!answer.advice().isEmpty()) {
      json.writeStartArray("advice");
      for (Advice advice : answer.advice()) {
        json.writeStartObject().write("code", advice.code().name()).writeStartObject("evidence");
        advice.evidence().forEach(json::write);
        json.writeEnd().writeEnd();
      }
      json.writeEnd();
    }
  }

  private static void writeRecognition(JsonGenerator json, Answer answer) {
    answer
        .recognition()
        .ifPresent(
            recognition -> {
              json.writeStartObject("recognition")
                  .write("ruleBook", recognition.ruleBookVersion())
                  .write("effect", recognition.effect());
              recognition.rule().ifPresent(rule -> json.write("rule", rule.id()));
              json.writeEnd();
            });
  }
}
