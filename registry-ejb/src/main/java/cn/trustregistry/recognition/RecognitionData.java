package cn.trustregistry.recognition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All rule books ever published, oldest first, and the category tree. */
public record RecognitionData(Categories categories, List<RuleBook> ruleBooks) {
  public RecognitionData {
    ruleBooks = List.copyOf(ruleBooks);
  }

  /** The newest rule book. */
  public Optional<RuleBook> newest() {
    return ruleBooks.isEmpty()
        ? Optional.empty()
        : Optional.of(ruleBooks.get(ruleBooks.size() - 1));
  }

  /** The newest rule book that was published at {@code knownAt}. */
  public Optional<RuleBook> ruleBook(Instant knownAt) {
    for (int i = ruleBooks.size() - 1; i >= 0; i--) {
      if (!ruleBooks.get(i).publishedAt().isAfter(knownAt)) {
        return Optional.of(ruleBooks.get(i));
      }
    }
    return Optional.empty();
  }
}
