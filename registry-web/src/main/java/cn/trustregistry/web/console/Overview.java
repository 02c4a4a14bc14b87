package cn.trustregistry.web.console;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.LatestVerdicts;
import cn.trustregistry.validation.VerdictSummary;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an administrator sees first. */
@Named
@RequestScoped
public class Overview {
  private static final int VERDICTS = 25;

  /** A verdict in words. */
  public record VerdictRow(
      String decidedAt,
      String centre,
      String certificate,
      String category,
      String stage,
      String verdict,
      String firstReason) {
    public String getShortCertificate() {
      return certificate.substring(0, 12) + "…";
    }
  }

  /** A rule in words. */
  public record RuleRow(
      String id,
      String effect,
      String categories,
      String stages,
      String regions,
      String noteZh,
      String noteEn) {}

  @Inject AuditTrail audit;
  @Inject Centres centres;
  @Inject LatestVerdicts latest;
  @Inject TrustState trust;
  @Inject Texts texts;

  private @Nullable List<VerdictRow> verdicts;
  private @Nullable Long brokenEntry;
  private @Nullable Long entries;

  public List<VerdictRow> getVerdicts() {
    if (verdicts == null) {
      verdicts = latest.read(VERDICTS).stream().map(this::inWords).toList();
    }
    return verdicts;
  }

  private VerdictRow inWords(VerdictSummary verdict) {
    return new VerdictRow(
        texts.time(verdict.decidedAt()),
        verdict.centre(),
        verdict.certificate(),
        verdict.category(),
        verdict.stage(),
        verdict.verdict(),
        verdict.firstReason() == null ? "" : verdict.firstReason());
  }

  public String getRuleBook() {
    return book()
        .map(b -> texts.text("ruleBook", b.version(), texts.time(b.publishedAt())))
        .orElse("–");
  }

  public List<RuleRow> getRules() {
    return book().map(b -> b.rules().stream().map(this::inWords).toList()).orElse(List.of());
  }

  private RuleRow inWords(RecognitionRule rule) {
    return new RuleRow(
        rule.id(),
        rule.effect().name(),
        joined(rule.categories().stream().map(CategoryRef::code).toList()),
        joined(rule.stages()),
        joined(rule.regions()),
        rule.noteZh(),
        rule.noteEn());
  }

  private static String joined(Collection<?> values) {
    return values.isEmpty()
        ? "*"
        : values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }

  private Optional<RuleBook> book() {
    return trust.current().map(TrustSnapshot::recognition).flatMap(r -> r.newest());
  }

  public List<TradingCentre> getCentres() {
    return centres.all();
  }

  public boolean isAuditHolds() {
    check();
    return brokenEntry == null;
  }

  public String getAudit() {
    return isAuditHolds()
        ? texts.text("auditHolds", entries == null ? 0 : entries)
        : texts.text("auditBroken", brokenEntry == null ? 0 : brokenEntry);
  }

  private void check() {
    if (entries == null) {
      entries = audit.size();
      brokenEntry = audit.firstBrokenEntry();
    }
  }
}
