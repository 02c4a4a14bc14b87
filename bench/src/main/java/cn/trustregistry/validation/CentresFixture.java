package cn.trustregistry.validation;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.bench.Hierarchy;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.Directories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A simulation of many trading centres: each has a rule of its own in the book and {@value
 * #PROJECTS} projects that it reported twice, when they were listed and when bids were opened.
 */
public final class CentresFixture {
  public static final int PROJECTS = 200;

  private static final int RULES_OF_ALL = 20;
  private static final int FIRST_CODE = 110_000;
  private static final int ASKED_OF_EACH = 4;
  private static final Instant LISTED = Hierarchy.NOW.minusSeconds(40 * 86_400);
  private static final Instant OPENED = Hierarchy.NOW.minusSeconds(86_400);

  private final DecisionFixture decision;
  private final List<Question> questions = new ArrayList<>();
  private int next;

  private record Question(CentreClient centre, ValidationRequest request) {}

  /**
   * @param reports of {@link #reports}
   */
  public CentresFixture(int centres, List<ProjectFacts> reports) throws MalformedObjectException {
    List<RecognitionRule> rules = new ArrayList<>();
    for (int i = 0; i < RULES_OF_ALL; i++) {
      rules.add(DecisionFixture.rule("all-" + i, Stage.CONTRACT_SIGNING, Set.of()));
    }
    for (int i = 0; i < centres; i++) {
      rules.add(DecisionFixture.rule("own-" + i, Stage.LOGIN, Set.of(new Region(code(i), false))));
    }
    Directories directories = new Directories();
    reports.forEach(directories.projects()::add);
    decision = new DecisionFixture(TestKey.Kind.RSA, rules, directories);
    for (int i = 0; i < centres * ASKED_OF_EACH; i++) {
      int centre = i % centres;
      CentreClient client = new CentreClient(code(centre), "centre-" + code(centre));
      questions.add(new Question(client, decision.about(project(i * 7 % PROJECTS))));
    }
  }

  /** What the centres reported, in the order in which it came. */
  public static List<ProjectFacts> reports(int centres) {
    List<ProjectFacts> reports = new ArrayList<>(centres * PROJECTS * 2);
    for (int version = 1; version <= 2; version++) {
      for (int centre = 0; centre < centres; centre++) {
        for (int project = 0; project < PROJECTS; project++) {
          reports.add(report(code(centre), project(project), version));
        }
      }
    }
    return reports;
  }

  /** Shares nothing with another, as what is read from a database. */
  private static ProjectFacts report(String centre, String code, int version) {
    boolean opened = version > 1;
    return new ProjectFacts(
        centre,
        code,
        version,
        "房屋建筑工程施工招标项目第" + code + "号",
        CategoryRef.parse("GGZY:1:0101"),
        LocalDate.of(2026, 10, 1),
        opened ? OPENED.plusNanos(1_000) : null,
        opened ? OPENED.plusNanos(1_000) : null,
        null,
        (opened ? OPENED : LISTED).plusNanos(2_000),
        "centre-" + centre,
        null);
  }

  private static String code(int centre) {
    return String.valueOf(FIRST_CODE + centre);
  }

  private static String project(int number) {
    return "GC-2026-" + (10_000 + number);
  }

  /** A verdict for the next centre about one of its projects; it is VALID. */
  Answer decide() throws RequestRefused {
    next = next + 1 == questions.size() ? 0 : next + 1;
    Question question = questions.get(next);
    return decision.decide(question.centre(), question.request());
  }
}
