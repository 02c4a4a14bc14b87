package cn.trustregistry.pki.policy;

import static cn.trustregistry.pki.policy.PolicySettings.ANY_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Extensions.PolicyMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PolicyGraphPropertiesTest {
  /** What one certificate does to policies; {@code policies} is empty if it has none. */
  record Step(
      List<String> policies,
      boolean anyPolicyAllowed,
      List<PolicyMapping> mappings,
      boolean mappingAllowed) {}

  private static Arbitrary<String> policy() {
    return Arbitraries.of("1.1", "1.2", "1.3", "1.4");
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<List<String>> policies =
        Arbitraries.frequencyOf(Tuple.of(4, policy()), Tuple.of(2, Arbitraries.just(ANY_POLICY)))
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(4);
    Arbitrary<List<PolicyMapping>> mappings =
        Combinators.combine(policy(), policy())
            .as(PolicyMapping::new)
            .list()
            .uniqueElements()
            .ofMaxSize(4);
    Arbitrary<Boolean> mostly = Arbitraries.of(true, true, true, false);
    return Combinators.combine(policies, mostly, mappings, mostly)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Set<String>> initial() {
    return Arbitraries.of("1.1", "1.2", "1.3", "1.4", ANY_POLICY).set().ofMinSize(1).ofMaxSize(3);
  }

  @Property(tries = 5_000)
  void graph_says_what_the_tree_says(
      @ForAll("steps") List<Step> steps, @ForAll("initial") Set<String> initial) {
    PolicyGraph graph = new PolicyGraph();
    PolicyTree tree = new PolicyTree();
    PolicySettings settings = new PolicySettings(initial, false, false, false);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (!graph.isNull()) {
        graph.descend(step.policies(), step.anyPolicyAllowed());
        tree.descend(step.policies(), step.anyPolicyAllowed());
      }
      assertThat(graph.isNull()).isEqualTo(tree.isNull());
      if (i < steps.size() - 1 && !graph.isNull()) {
        graph.map(step.mappings(), step.mappingAllowed());
        tree.map(step.mappings(), step.mappingAllowed());
        assertThat(graph.isNull()).isEqualTo(tree.isNull());
      }
    }
    if (!graph.isNull()) {
      assertThat(graph.userConstrained(settings)).isEqualTo(tree.userConstrained(settings));
    }
  }

  /**
   * RFC 9618 section 3: each certificate has n policies that are all mapped to all, for which the
   * tree has n to the depth of them nodes.
   */
  @Example
  void mappings_that_would_explode_the_tree_stay_small() {
    List<String> policies = IntStream.range(0, 40).mapToObj(i -> "1.2." + i).toList();
    List<PolicyMapping> mappings = new ArrayList<>();
    policies.forEach(from -> policies.forEach(to -> mappings.add(new PolicyMapping(from, to))));
    PolicyGraph graph = new PolicyGraph();
    for (int depth = 0; depth < 16; depth++) {
      graph.descend(policies, false);
      graph.map(mappings, true);
    }
    graph.descend(policies, false);
    assertThat(graph.userConstrained(PolicySettings.ANY)).hasSize(40);
  }
}
