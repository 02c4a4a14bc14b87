package cn.trustregistry.validation;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.EvidencePolicyHistory;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.bench.Hierarchy;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.path.AlgorithmPolicy;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionData;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.Directories;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a certificate that a company has published and a rule recognises: what there is to
 * decide from, and the question. Here, because the decision is this room's own.
 */
final class DecisionFixture {
  private static final CentreClient CENTRE = new CentreClient("450100", "centre-450100");
  private static final CategoryRef WORKS = CategoryRef.parse("GGZY:1:01");
  static final CategoryRef BUILDINGS = CategoryRef.parse("GGZY:1:0101");

  private final Decision decision =
      new Decision(
          new PathValidator(new SignatureVerifier(1 << 10), SearchBudget.DEFAULT),
          AlgorithmPolicy.DEFAULT);
  private final TrustSnapshot snapshot;
  private final Certificate holder;
  private final ValidationRequest request;

  /**
   * @param rules in the book; the last of them recognises
   */
  DecisionFixture(TestKey.Kind kind, int rules) throws MalformedObjectException {
    this(kind, rules(rules), new Directories());
  }

  /**
   * @param directories to which the certificate is added
   */
  DecisionFixture(TestKey.Kind kind, List<RecognitionRule> rules, Directories directories)
      throws MalformedObjectException {
    Hierarchy made = new Hierarchy(kind);
    Instant longAgo = Hierarchy.NOW.minusSeconds(1 << 20);
    Issuer root =
        new Issuer(
            "gxca", Issuer.Kind.ANCHOR, made.root.certificate(), Instant.MIN, Instant.MAX, longAgo);
    Issuer ca =
        new Issuer(
            "gxca", Issuer.Kind.ISSUER, made.ca.certificate(), Instant.MIN, Instant.MAX, longAgo);
    directories
        .certificates()
        .add(
            new DirectoryEntry(
                made.holder.sha256(),
                "gxca",
                ca.sha256(),
                HolderKind.UNIT,
                Medium.USB_KEY,
                Profile.values()[0],
                CertificateRole.SIGNING,
                null,
                longAgo));
    snapshot =
        new TrustSnapshot(
            Map.of("gxca", new CaCompany("gxca", "广西CA", "GXCA", "", SubjectIdMapping.COMMON)),
            Map.of(root.sha256(), root, ca.sha256(), ca),
            made.revocation(),
            recognition(longAgo, rules),
            EvidencePolicyHistory.NONE,
            directories);
    holder = made.holder;
    request = about(null);
  }

  /** The question about the certificate and a project of the centre that asks, if one is named. */
  ValidationRequest about(@Nullable String project) {
    return new ValidationRequest(
        holder,
        List.of(),
        Hierarchy.NOW,
        Hierarchy.NOW,
        BUILDINGS,
        Stage.LOGIN,
        null,
        project,
        null);
  }

  private static List<RecognitionRule> rules(int count) {
    List<RecognitionRule> rules = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rules.add(rule("rule-" + i, i < count ? Stage.BID_ENCRYPTION : Stage.LOGIN, Set.of()));
    }
    return rules;
  }

  /** A rule that recognises units at one stage of works, everywhere or in these regions. */
  static RecognitionRule rule(String id, Stage stage, Set<Region> regions) {
    return new RecognitionRule(
        id,
        RecognitionRule.Effect.ALLOW,
        Set.of(),
        Set.of(HolderKind.UNIT),
        Set.of(),
        Set.of(),
        Set.of(WORKS),
        Set.of(stage),
        regions,
        null,
        null,
        null,
        null,
        "",
        "");
  }

  private static RecognitionData recognition(Instant publishedAt, List<RecognitionRule> rules) {
    Categories categories =
        new Categories(
            List.of(
                new Categories.Category(WORKS, null, "工程建设", "works"),
                new Categories.Category(BUILDINGS, WORKS, "房屋建筑", "buildings")));
    return new RecognitionData(categories, List.of(new RuleBook(1, publishedAt, rules)));
  }

  /** Decides; the verdict is VALID. */
  Answer decide() {
    return valid(decision.decide(snapshot, CENTRE, request));
  }

  /** Decides for a centre about one of its projects; the verdict is VALID. */
  Answer decide(CentreClient centre, ValidationRequest question) throws RequestRefused {
    ProjectCheck.check(snapshot, centre, question, Objects.requireNonNull(question.project()));
    return valid(decision.decide(snapshot, centre, question));
  }

  private static Answer valid(Answer answer) {
    if (answer.verdict() != Verdict.VALID) {
      throw new IllegalStateException(answer.reasons().toString());
    }
    return answer;
  }
}
