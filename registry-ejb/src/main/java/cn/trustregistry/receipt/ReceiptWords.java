package cn.trustregistry.receipt;

import cn.trustregistry.pki.ReasonTexts;
import cn.trustregistry.validation.ReasonWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says in the words of a language, Chinese or English, what a receipt proves or why it does not.
 */
public final class ReceiptWords {
  /** How the words for a reason are found. */
  private interface ReasonWording {
    String text(String code, Map<String, String> evidence);
  }

  private static final List<String> BUNDLES = List.of("cn.trustregistry.receipt.words");
  private static final ReasonTexts ZH = ReasonTexts.in(Locale.CHINESE, BUNDLES);
  private static final ReasonTexts EN = ReasonTexts.in(Locale.ENGLISH, BUNDLES);

  public static final ReceiptWords CHINESE =
      new ReceiptWords(ZH, (c, e) -> ReasonWords.in(true, c, e));
  public static final ReceiptWords ENGLISH =
      new ReceiptWords(EN, (c, e) -> ReasonWords.in(false, c, e));

  private static final ReceiptWords CHINESE_SCREEN =
      new ReceiptWords(ZH.onScreen(), (c, e) -> ReasonWords.onScreen(true, c, e));
  private static final ReceiptWords ENGLISH_SCREEN =
      new ReceiptWords(EN.onScreen(), (c, e) -> ReasonWords.onScreen(false, c, e));

  private final ReasonTexts texts;
  private final ReasonWording reasons;

  private ReceiptWords(ReasonTexts texts, ReasonWording reasons) {
    this.texts = texts;
    this.reasons = reasons;
  }

  /**
   * For people: moments as a clock in China shows them.
   *
   * @param chinese or else English
   */
  public static ReceiptWords onScreen(boolean chinese) {
    return chinese ? CHINESE_SCREEN : ENGLISH_SCREEN;
  }

  /** Sentences, the most important first. */
  public List<String> of(ReceiptVerifier.Proven proven) {
    Map<String, String> facts = facts(proven);
    ReceiptClaims claims = proven.claims();
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("GENUINE", facts));
    lines.add(texts.text("VERDICT_" + claims.verdict(), facts));
    lines.add(texts.text("QUESTION", facts));
    lines.add(texts.text("RECORD", facts));
    claims.reasons().forEach(cause -> lines.add(words(cause)));
    if (!claims.ruleBook().isEmpty()) {
      lines.add(texts.text(claims.rule().isEmpty() ? "NO_RULE" : "RULE", facts));
    }
    claims.revocation().forEach(evidence -> lines.add(words(evidence)));
    lines.add(texts.text(proven.timeStamp().isPresent() ? "TIME_STAMPED" : "NOT_STAMPED", facts));
    return lines;
  }

  /** One sentence. */
  public String of(ReceiptRefused refused) {
    return texts.text("REFUSED_" + refused.reason(), Map.of("detail", refused.detail()));
  }

  private static Map<String, String> facts(ReceiptVerifier.Proven proven) {
    ReceiptClaims claims = proven.claims();
    Map<String, String> facts = new HashMap<>();
    facts.put("issuer", claims.issuer());
    facts.put("kid", proven.key().kid());
    facts.put("algorithm", proven.key().algorithm().jwsName());
    facts.put("verdict", claims.verdict());
    facts.put("certificate", claims.certificate());
    facts.put("centre", claims.centre());
    facts.put("category", claims.category());
    facts.put("stage", claims.stage());
    facts.put("at", claims.at().toString());
    facts.put("knownAt", claims.knownAt().toString());
    facts.put("decidedAt", claims.decidedAt().toString());
    facts.put("record", claims.recordId());
    facts.put("ruleBook", claims.ruleBook());
    facts.put("rule", claims.rule());
    proven
        .timeStamp()
        .ifPresent(
            stamp -> {
              facts.put("stampedAt", stamp.at().toString());
              facts.put("authority", stamp.authority());
            });
    return facts;
  }

  private String words(ReceiptClaims.Cause cause) {
    return texts.text(
        "REASON",
        Map.of(
            "code",
            cause.code(),
            "standard",
            cause.standard(),
            "text",
            reasons.text(cause.code(), cause.evidence())));
  }

  private String words(ReceiptClaims.Evidence evidence) {
    return texts.text("EVIDENCE_" + evidence.source(), evidence.facts());
  }
}
