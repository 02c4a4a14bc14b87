package cn.trustregistry.rulemaking;

import cn.trustregistry.recognition.RecognitionRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says.
 *
 * @param note why the rules change, shown with the published book
 * @param legacyIssuedUntil last day (Asia/Shanghai) on which legacy certificates were issued; null
 *     for no end
 */
public record DraftContent(
    String note, List<RecognitionRule> rules, @Nullable LocalDate legacyIssuedUntil) {
  public DraftContent {
    rules = List.copyOf(rules);
  }
}
