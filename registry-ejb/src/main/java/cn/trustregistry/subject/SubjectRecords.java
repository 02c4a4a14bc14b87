package cn.trustregistry.subject;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.subject.SubjectAnswer.Requirement;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.RecordId;
import cn.trustregistry.validation.RequestRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Keeps answers durably before they leave. */
@ApplicationScoped
class SubjectRecords {
  @PersistenceContext EntityManager entities;
  @Inject TrustState trust;

  void checkCategory(CategoryRef category) throws RequestRefused {
    if (trust.required().recognition().categories().find(category).isEmpty()) {
      throw new RequestRefused(
          RequestRefused.Code.UNKNOWN_CATEGORY, "category", category.toString());
    }
  }

  @Transactional
  public SubjectAnswer keep(
      CentreClient centre,
      SubjectQuestion question,
      Verdict verdict,
      List<Requirement> requirements,
      Instant at) {
    SubjectRow row = new SubjectRow();
    row.id = RecordId.at(at);
    row.centre = centre.centre();
    row.clientId = centre.clientId();
    row.decidedAt = at;
    row.uscc = question.uscc().text();
    row.category = question.category().toString();
    row.verdict = verdict.name();
    row.answer = json(question, verdict, requirements);
    entities.persist(row);
    entities.flush();
    return new SubjectAnswer(row.id, at, verdict, requirements);
  }

  private static String json(
      SubjectQuestion question, Verdict verdict, List<Requirement> requirements) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Requirement requirement : requirements) {
      JsonArrayBuilder certificates = Json.createArrayBuilder();
      requirement
          .candidates()
          .forEach(
              c ->
                  certificates.add(
                      Json.createObjectBuilder()
                          .add("certificate", c.certificate().sha256())
                          .add("verdict", c.verdict().answer().verdict().name())
                          .add("record", c.verdict().id())));
      array.add(
          Json.createObjectBuilder()
              .add("holderKind", requirement.holderKind().name())
              .add("verdict", requirement.verdict().name())
              .add("certificates", certificates));
    }
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("uscc", question.uscc().text())
            .add("category", question.category().toString())
            .add("legalPerson", question.legalPerson());
    if (question.legalPersonName() != null) {
      object.add("legalPersonName", question.legalPersonName());
    }
    return object.add("verdict", verdict.name()).add("requirements", array).build().toString();
  }
}
