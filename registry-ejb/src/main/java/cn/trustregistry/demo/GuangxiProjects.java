package cn.trustregistry.demo;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.project.ProjectReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Projects that the centre of Nanning has reported. All of them are made up. */
final class GuangxiProjects {
  static final CentreClient CENTRE = new CentreClient("450100", "demo-start");

  /** Listed before the cut-off and still open; listed before it and ended; of later, open. */
  static final List<ProjectReport> ALL =
      List.of(
          project("DEMO-GT-2022-017", "演示地块一", "03", LocalDate.of(2022, 12, 1), null, null, null),
          project(
              "DEMO-GT-2022-009",
              "演示地块二",
              "03",
              LocalDate.of(2022, 11, 1),
              Instant.parse("2022-11-21T01:00:00Z"),
              Instant.parse("2022-11-21T02:00:00Z"),
              Instant.parse("2022-12-20T08:00:00Z")),
          project(
              "DEMO-GC-2024-001", "演示房建项目", "0101", LocalDate.of(2024, 1, 8), null, null, null));

  private GuangxiProjects() {}

  private static ProjectReport project(
      String code,
      String name,
      String category,
      LocalDate listedOn,
      @Nullable Instant sealedAt,
      @Nullable Instant openedAt,
      @Nullable Instant endedAt) {
    return new ProjectReport(
        code, name, GuangxiRules.ref(category), listedOn, sealedAt, openedAt, endedAt);
  }
}
