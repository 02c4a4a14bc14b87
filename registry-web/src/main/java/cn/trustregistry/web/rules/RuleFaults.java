package cn.trustregistry.web.rules;

import cn.trustregistry.rulemaking.DraftFault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rule and which of its fields a fault speaks of. */
final class RuleFaults {
  private static final Pattern FIELD = Pattern.compile("rules\\[(\\d+)]\\.(\\w+)");

  private RuleFaults() {}

  /** Position of the rule at fault; empty if it is about the draft as a whole. */
  static Optional<Integer> rule(DraftFault fault) {
    Matcher matcher = FIELD.matcher(fault.field());
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** The field of the rule at this position, if it is at fault. */
  static Optional<String> fieldOf(DraftFault fault, int position) {
    Matcher matcher = FIELD.matcher(fault.field());
    return matcher.matches() && Integer.parseInt(matcher.group(1)) == position
        ? Optional.of(matcher.group(2))
        : Optional.empty();
  }
}
