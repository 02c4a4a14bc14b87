package cn.trustregistry.rulemaking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.trustregistry.recognition.RecognitionRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rule.
 *
 * @param position where the rule stands among the later ones; -1 if it was removed
 * @param before null if it was added
 * @param after null if it was removed
 * @param fields what it says otherwise, if it was changed
 */
public record RuleChange(
    Kind kind,
    String id,
    int position,
    @Nullable RecognitionRule before,
    @Nullable RecognitionRule after,
    List<RuleField> fields) {
  /** What became of it. */
  public enum Kind {
    SAME,
    CHANGED,
    ADDED,
    REMOVED
  }

  public RuleChange {
    fields = List.copyOf(fields);
  }

  /** The rule as it is, or as it was before it was removed. */
  public RecognitionRule rule() {
    if (after != null) {
      return after;
    }
    if (before != null) {
      return before;
    }
    throw new IllegalStateException("neither before nor after: " + id);
  }

  /** Every rule of both lists: the later ones in their order, then those that were removed. */
  public static List<RuleChange> between(
      List<RecognitionRule> before, List<RecognitionRule> after) {
    Map<String, RecognitionRule> left =
        before.stream()
            .collect(
                toMap(RecognitionRule::id, identity(), (one, other) -> one, LinkedHashMap::new));
    List<RuleChange> changes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      RecognitionRule rule = after.get(i);
      changes.add(change(i, left.remove(rule.id()), rule));
    }
    left.forEach(
        (id, rule) -> changes.add(new RuleChange(Kind.REMOVED, id, -1, rule, null, List.of())));
    return changes;
  }

  private static RuleChange change(
      int position, @Nullable RecognitionRule before, RecognitionRule after) {
    if (before == null) {
      return new RuleChange(Kind.ADDED, after.id(), position, null, after, List.of());
    }
    List<RuleField> fields =
        Arrays.stream(RuleField.values())
            .filter(field -> !field.of(before).equals(field.of(after)))
            .toList();
    Kind kind = fields.isEmpty() ? Kind.SAME : Kind.CHANGED;
    return new RuleChange(kind, after.id(), position, before, after, fields);
  }
}
