package cn.trustregistry.pki.policy;

import static cn.trustregistry.pki.policy.PolicySettings.ANY_POLICY;

import cn.trustregistry.pki.Extensions.PolicyMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The valid_policy_tree of RFC 5280 6.1 word for word, exponential as it is; what the graph is held
 * against.
 */
final class PolicyTree {
  private static final class Node {
    final String policy;
    Set<String> expected;
    final @Nullable Node parent;
    final List<Node> children = new ArrayList<>();

    Node(String policy, Set<String> expected, @Nullable Node parent) {
      this.policy = policy;
      this.expected = expected;
      this.parent = parent;
      if (parent != null) {
        parent.children.add(this);
      }
    }
  }

  private @Nullable Node root = new Node(ANY_POLICY, Set.of(ANY_POLICY), null);
  private int depth;

  boolean isNull() {
    return root == null;
  }

  void clear() {
    root = null;
  }

  private List<Node> level(int wanted) {
    List<Node> nodes = root == null ? List.of() : List.of(root);
    for (int i = 0; i < wanted; i++) {
      nodes = nodes.stream().flatMap(node -> node.children.stream()).toList();
    }
    return nodes;
  }

  /** 6.1.3(d). */
  void descend(List<String> policies, boolean anyPolicyAllowed) {
    List<Node> above = level(depth);
    for (String policy : policies) {
      if (policy.equals(ANY_POLICY)) {
        continue;
      }
      boolean matched = false;
      for (Node node : above) {
        if (node.expected.contains(policy)) {
          new Node(policy, Set.of(policy), node);
          matched = true;
        }
      }
      if (!matched) {
        above.stream()
            .filter(node -> node.policy.equals(ANY_POLICY))
            .forEach(node -> new Node(policy, Set.of(policy), node));
      }
    }
    if (policies.contains(ANY_POLICY) && anyPolicyAllowed) {
      for (Node node : above) {
        for (String expected : node.expected) {
          if (node.children.stream().noneMatch(child -> child.policy.equals(expected))) {
            new Node(expected, Set.of(expected), node);
          }
        }
      }
    }
    depth++;
    prune();
  }

  /** 6.1.4(b). */
  void map(List<PolicyMapping> mappings, boolean allowed) {
    Set<String> mapped = new LinkedHashSet<>();
    mappings.forEach(mapping -> mapped.add(mapping.issuerDomain()));
    for (String policy : mapped) {
      Set<String> subjects = new HashSet<>();
      mappings.stream()
          .filter(m -> m.issuerDomain().equals(policy))
          .forEach(m -> subjects.add(m.subjectDomain()));
      List<Node> nodes = level(depth).stream().filter(node -> node.policy.equals(policy)).toList();
      if (!allowed) {
        nodes.forEach(PolicyTree::remove);
      } else if (!nodes.isEmpty()) {
        nodes.forEach(node -> node.expected = subjects);
      } else {
        level(depth).stream()
            .filter(node -> node.policy.equals(ANY_POLICY))
            .findFirst()
            .ifPresent(any -> new Node(policy, subjects, any.parent));
      }
    }
    prune();
  }

  private static void remove(Node node) {
    if (node.parent != null) {
      node.parent.children.remove(node);
    }
  }

  private void prune() {
    for (int i = depth - 1; i >= 0; i--) {
      for (Node node : level(i)) {
        if (node.children.isEmpty()) {
          if (node == root) {
            root = null;
          } else {
            remove(node);
          }
        }
      }
    }
  }

  /** 6.1.5(g), and what is left of it in the terms of the anchor. */
  Set<String> userConstrained(PolicySettings settings) {
    Set<String> left = new TreeSet<>();
    boolean anyAtEnd = level(depth).stream().anyMatch(node -> node.policy.equals(ANY_POLICY));
    for (int i = 1; i <= depth; i++) {
      for (Node node : level(i)) {
        if (node.parent != null
            && node.parent.policy.equals(ANY_POLICY)
            && !node.policy.equals(ANY_POLICY)) {
          left.add(node.policy);
        }
      }
    }
    if (settings.acceptsAny()) {
      if (anyAtEnd) {
        left.add(ANY_POLICY);
      }
      return left;
    }
    left.retainAll(settings.initialPolicies());
    if (anyAtEnd) {
      left.addAll(settings.initialPolicies());
    }
    return left;
  }
}
