package cn.trustregistry.project;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.project.ProjectRefused.Kind;
import cn.trustregistry.recognition.Recognitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes reports of projects and reads them back. */
@ApplicationScoped
public class Projects {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Recognitions recognitions;
  @Inject Event<ProjectFacts> reported;

  /** Whether a text has the form of a project's code. */
  public static boolean isCode(String text) {
    return ReportJudgement.isCode(text);
  }

  /**
   * Takes a report of one of the centre's own projects; the same report again answers the same.
   *
   * @throws ProjectRefused if it contradicts what was reported before, or makes no sense
   */
  @Transactional
  public ProjectFacts report(CentreClient centre, ProjectReport report, Instant at) {
    audit.takeTurn();
    ProjectFacts known = newest(centre.centre(), report.code());
    ProjectFacts next =
        new ReportJudgement(centre.centre(), inMicros(report), centre.clientId(), at).added(known);
    if (known != null && known.tellsTheSame(next)) {
      return known;
    }
    return store(next, known == null ? "PROJECT_LISTED" : "PROJECT_REPORTED");
  }

  /**
   * Puts right what was reported wrongly; the report tells all facts as they should have been.
   *
   * @param reason why
   * @throws ProjectRefused if there is no such project of the centre, or it makes no sense
   */
  @Transactional
  public ProjectFacts correct(
      CentreClient centre, ProjectReport report, String reason, Instant at) {
    audit.takeTurn();
    ProjectFacts known = newest(centre.centre(), report.code());
    if (known == null) {
      throw new ProjectRefused(
          Kind.UNKNOWN_PROJECT, "code", "You have reported no project " + report.code() + ".");
    }
    return store(
        new ReportJudgement(centre.centre(), inMicros(report), centre.clientId(), at)
            .corrected(known, reason),
        "PROJECT_CORRECTED");
  }

  private ProjectFacts store(ProjectFacts facts, String action) {
    if (!recognitions.knows(facts.category())) {
      throw new ProjectRefused(Kind.UNKNOWN_CATEGORY, "category", facts.category().toString());
    }
    entities.persist(new ProjectRow(facts));
    audit.append(
        facts.reportedBy(),
        facts.centre(),
        action,
        facts.centre() + "/" + facts.code(),
        details(facts),
        facts.reportedAt());
    entities.flush();
    reported.fire(facts);
    return facts;
  }

  private static String details(ProjectFacts facts) {
    String text =
        "version %d, %s, listed %s, sealed %s, opened %s, ended %s"
            .formatted(
                facts.version(),
                facts.category(),
                facts.listedOn(),
                facts.sealedAt(),
                facts.openedAt(),
                facts.endedAt());
    return facts.correction() == null ? text : text + "; corrected: " + facts.correction();
  }

  /** Everything ever reported of one of the centre's own projects. */
  @Transactional
  public Optional<Project> find(CentreClient centre, String code) {
    List<ProjectFacts> versions =
        entities
            .createQuery(
                "select p from ProjectRow p where p.centre = :centre and p.code = :code"
                    + " order by p.version",
                ProjectRow.class)
            .setParameter("centre", centre.centre())
            .setParameter("code", code)
            .getResultStream()
            .map(ProjectRow::toFacts)
            .toList();
    return versions.isEmpty() ? Optional.empty() : Optional.of(new Project(versions));
  }

  /** Hands over every version of every project, in the order in which they were reported. */
  @Transactional
  public void each(Consumer<ProjectFacts> consumer) {
    entities
        .createQuery("select p from ProjectRow p order by p.seq", ProjectRow.class)
        .getResultStream()
        .map(ProjectRow::toFacts)
        .forEach(consumer);
  }

  private @Nullable ProjectFacts newest(String centre, String code) {
    return entities
        .createQuery(
            "select p from ProjectRow p where p.centre = :centre and p.code = :code"
                + " order by p.version desc",
            ProjectRow.class)
        .setParameter("centre", centre)
        .setParameter("code", code)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ProjectRow::toFacts)
        .orElse(null);
  }

  /** As the database keeps times, so that what is repeated is the same. */
  private static ProjectReport inMicros(ProjectReport report) {
    return new ProjectReport(
        report.code(),
        report.name(),
        report.category(),
        report.listedOn(),
        micros(report.sealedAt()),
        micros(report.openedAt()),
        micros(report.endedAt()));
  }

  private static @Nullable Instant micros(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }
}
