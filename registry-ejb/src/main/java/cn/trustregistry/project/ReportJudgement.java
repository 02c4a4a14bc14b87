package cn.trustregistry.project;

import cn.trustregistry.project.ProjectRefused.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what a report makes of what was known before; pure. */
final class ReportJudgement {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._/()\\-〔〕（）\\[\\]]{1,64}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 500;

  private final String centre;
  private final ProjectReport report;
  private final String actor;
  private final Instant at;

  ReportJudgement(String centre, ProjectReport report, String actor, Instant at) {
    this.centre = centre;
    this.report = report;
    this.actor = actor;
    this.at = at;
  }

  static boolean isCode(String code) {
    return CODE.matcher(code).matches();
  }

  /** The facts with what the report adds; what was reported before may not differ. */
  ProjectFacts added(@Nullable ProjectFacts known) {
    checkForm();
    if (known != null) {
      fixed("category", known.category(), report.category());
      fixed("listedOn", known.listedOn(), report.listedOn());
      fixed("sealedAt", known.sealedAt(), report.sealedAt());
      fixed("openedAt", known.openedAt(), report.openedAt());
      fixed("endedAt", known.endedAt(), report.endedAt());
    }
    return checked(
        new ProjectFacts(
            centre,
            report.code(),
            known == null ? 1 : known.version() + 1,
            or(report.name(), known == null ? "" : known.name()),
            needed("category", report.category(), known == null ? null : known.category()),
            needed("listedOn", report.listedOn(), known == null ? null : known.listedOn()),
            either(report.sealedAt(), known == null ? null : known.sealedAt()),
            either(report.openedAt(), known == null ? null : known.openedAt()),
            either(report.endedAt(), known == null ? null : known.endedAt()),
            at,
            actor,
            null));
  }

  /** The facts as the report tells them, whatever was reported before. */
  ProjectFacts corrected(ProjectFacts known, String reason) {
    checkForm();
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new ProjectRefused(
          Kind.MALFORMED_PROJECT, "reason", "A correction says why, in up to 500 characters.");
    }
    return checked(
        new ProjectFacts(
            centre,
            report.code(),
            known.version() + 1,
            or(report.name(), known.name()),
            needed("category", report.category(), known.category()),
            needed("listedOn", report.listedOn(), known.listedOn()),
            report.sealedAt(),
            report.openedAt(),
            report.endedAt(),
            at,
            actor,
            reason));
  }

  private void checkForm() {
    if (!isCode(report.code())) {
      throw new ProjectRefused(
          Kind.MALFORMED_PROJECT,
          "code",
          "A code is 1 to 64 letters, digits, dots, hyphens, slashes and brackets.");
    }
    String name = report.name();
    if (name != null && name.length() > LONGEST_NAME) {
      throw new ProjectRefused(Kind.MALFORMED_PROJECT, "name", "A name has up to 200 characters.");
    }
  }

  private ProjectFacts checked(ProjectFacts facts) {
    LocalDate today = LocalDate.ofInstant(at.plus(AHEAD), ZONE);
    if (facts.listedOn().isBefore(FIRST_DAY) || facts.listedOn().isAfter(today)) {
      throw new ProjectRefused(
          Kind.TIME_OUT_OF_RANGE, "listedOn", "It is listed by today, and not before 2000.");
    }
    inRange("sealedAt", facts.sealedAt());
    inRange("openedAt", facts.openedAt());
    inRange("endedAt", facts.endedAt());
    Instant sealed = facts.sealedAt();
    if (sealed != null && LocalDate.ofInstant(sealed, ZONE).isBefore(facts.listedOn())) {
      throw outOfOrder("sealedAt", "Bids are not sealed before the project is listed.");
    }
    if (facts.openedAt() != null && sealed == null) {
      throw outOfOrder("openedAt", "Bids are sealed before they are opened: sealedAt is missing.");
    }
    inOrder("openedAt", sealed, facts.openedAt());
    inOrder("endedAt", sealed, facts.endedAt());
    inOrder("endedAt", facts.openedAt(), facts.endedAt());
    Instant ended = facts.endedAt();
    if (ended != null && LocalDate.ofInstant(ended, ZONE).isBefore(facts.listedOn())) {
      throw outOfOrder("endedAt", "Trading does not end before the project is listed.");
    }
    return facts;
  }

  private void inRange(String field, @Nullable Instant time) {
    if (time != null && (time.isBefore(EARLIEST) || time.isAfter(at.plus(AHEAD)))) {
      throw new ProjectRefused(
          Kind.TIME_OUT_OF_RANGE, field, "It has happened, and not before the year 2000: " + time);
    }
  }

  private static void inOrder(String field, @Nullable Instant earlier, @Nullable Instant later) {
    if (earlier != null && later != null && later.isBefore(earlier)) {
      throw outOfOrder(field, later + " is before " + earlier + ".");
    }
  }

  private static ProjectRefused outOfOrder(String field, String detail) {
    return new ProjectRefused(Kind.PROJECT_FACTS_OUT_OF_ORDER, field, detail);
  }

  private static void fixed(String field, @Nullable Object known, @Nullable Object told) {
    if (known != null && told != null && !Objects.equals(known, told)) {
      throw new ProjectRefused(
          Kind.PROJECT_FACT_FIXED, field, "It was reported as " + known + " before; correct it.");
    }
  }

  private static <T> T needed(String field, @Nullable T told, @Nullable T known) {
    T value = either(told, known);
    if (value == null) {
      throw new ProjectRefused(
          Kind.PROJECT_FACT_MISSING,
          field,
          "The first report of a project tells its " + field + ".");
    }
    return value;
  }

  private static <T> @Nullable T either(@Nullable T told, @Nullable T known) {
    return told == null ? known : told;
  }

  private static String or(@Nullable String told, String known) {
    return told == null ? known : told;
  }
}
