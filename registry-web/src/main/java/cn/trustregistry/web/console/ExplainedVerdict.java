package cn.trustregistry.web.console;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.validation.Advice;
import cn.trustregistry.validation.Answer;
import cn.trustregistry.validation.ExplainedCheck;
import cn.trustregistry.validation.Explanation;
import cn.trustregistry.validation.Explanation.Check;
import cn.trustregistry.validation.Explanation.Group;
import cn.trustregistry.validation.ReasonWords;
import cn.trustregistry.web.account.Words;
import java.util.List;
import java.util.stream.IntStream;

/** An explanation in words, for the page. */
public class ExplainedVerdict {
  /** Something that did not pass. */
  public record Said(String text, String code, String standard, List<EvidenceWords.Line> facts) {}

  /** A check in words. */
  public record Line(
      String name,
      String state,
      String about,
      String standard,
      List<EvidenceWords.Line> facts,
      List<Said> reasons) {}

  /** Checks that belong together. */
  public record Part(String family, String state, List<Line> lines) {}

  /** A certificate of the path, the one asked about first. */
  public record Link(String subject, String sha256, boolean anchor) {}

  private final Explanation explanation;
  private final Words words;
  private final EvidenceWords evidence;
  private final Categories categories;

  ExplainedVerdict(
      Explanation explanation, Words words, EvidenceWords evidence, Categories categories) {
    this.explanation = explanation;
    this.words = words;
    this.evidence = evidence;
    this.categories = categories;
  }

  private Answer answer() {
    return explanation.answer();
  }

  public String getVerdict() {
    return answer().verdict().name();
  }

  public int getSofCode() {
    return answer().sofCode();
  }

  public String getSubject() {
    return answer().request().certificate().subject().toString();
  }

  public String getSha256() {
    return answer().request().certificate().sha256();
  }

  public boolean isPublished() {
    return answer().entry().isPresent();
  }

  public String getJudgedAt() {
    return words.time(answer().occasion().judgedAt());
  }

  public String getKnownAt() {
    return words.time(answer().request().knownAt());
  }

  public String getCompany() {
    return answer().company().map(c -> words.pick(c.nameZh(), c.nameEn())).orElse("–");
  }

  public String getCategory() {
    return categories
        .find(answer().request().category())
        .map(c -> words.pick(c.nameZh(), c.nameEn()))
        .orElse("");
  }

  public String getStage() {
    return answer().request().stage().name();
  }

  public long getPassed() {
    return count(true);
  }

  public long getNotPassed() {
    return count(false);
  }

  private long count(boolean passed) {
    return explanation.groups().stream()
        .flatMap(group -> group.checks().stream())
        .filter(check -> (check.state() == Explanation.State.PASSED) == passed)
        .count();
  }

  public List<Link> getPath() {
    int below = answer().judgement().path().size();
    List<Certificate> path = answer().pathToAnchor();
    return IntStream.range(0, path.size())
        .mapToObj(i -> new Link(path.get(i).subject().toString(), path.get(i).sha256(), i >= below))
        .toList();
  }

  public List<String> getAdvice() {
    return answer().advice().stream().map(this::text).toList();
  }

  private String text(Advice advice) {
    return ReasonWords.onScreen(
        words.isChinese(), advice.code().name(), evidence.inSentence(advice.evidence()));
  }

  public List<Part> getParts() {
    return explanation.groups().stream().map(this::part).toList();
  }

  private Part part(Group group) {
    return new Part(
        group.family().name(),
        group.state().name(),
        group.checks().stream().map(this::line).toList());
  }

  private Line line(Check check) {
    return new Line(
        check.name().name(),
        check.state().name(),
        check.about() == null ? rule(check.name()) : check.about(),
        standard(check.name().standard()),
        check.reasons().isEmpty() ? evidence.lines(check.facts()) : List.of(),
        check.reasons().stream().map(this::said).toList());
  }

  /** What the rule that decided says of itself. */
  private String rule(ExplainedCheck name) {
    return name == ExplainedCheck.RECOGNISED
        ? answer()
            .recognition()
            .flatMap(decision -> decision.rule())
            .map(rule -> words.pick(rule.noteZh(), rule.noteEn()))
            .orElse("")
        : "";
  }

  private Said said(Reason reason) {
    return new Said(
        ReasonWords.onScreen(
            words.isChinese(), reason.code(), evidence.inSentence(reason.evidence())),
        reason.code(),
        standard(reason.standard()),
        evidence.lines(reason.evidence()));
  }

  /** The clause; in words where it is none of a standard. */
  private String standard(String clause) {
    return words.orElse("standard." + clause.replace(' ', '_'), clause);
  }
}
