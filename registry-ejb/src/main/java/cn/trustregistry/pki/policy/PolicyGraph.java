package cn.trustregistry.pki.policy;

import static cn.trustregistry.pki.policy.PolicySettings.ANY_POLICY;

import cn.trustregistry.pki.Extensions.PolicyMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The valid_policy_graph of RFC 9618: one node a policy and depth, however many ways lead to it.
 *
 * <p>Nodes without children are not cut off as the path goes on but passed over in the end, when
 * only what can be reached back from the last depth counts; the graph is NULL exactly when its last
 * depth is empty.
 */
final class PolicyGraph {
  private static final class Node {
    final String policy;
    final List<Node> parents;
    Collection<String> expected;

    Node(String policy, List<Node> parents) {
      this.policy = policy;
      this.parents = parents;
      this.expected = List.of(policy);
    }
  }

  /** Nodes of the depth above the last one; empty while there is only the root. */
  private Map<String, Node> above = Map.of();

  private Map<String, Node> last = Map.of(ANY_POLICY, new Node(ANY_POLICY, List.of()));

  boolean isNull() {
    return last.isEmpty();
  }

  /** RFC 9618 5.2, 6.1.3(e): a certificate without policies. */
  void clear() {
    last = Map.of();
  }

  /** 6.1.3(d): goes one certificate further. */
  void descend(List<String> policies, boolean anyPolicyAllowed) {
    Map<String, List<Node>> expecting = new LinkedHashMap<>();
    for (Node node : last.values()) {
      for (String policy : node.expected) {
        expecting.computeIfAbsent(policy, key -> new ArrayList<>(1)).add(node);
      }
    }
    Node any = last.get(ANY_POLICY);
    Map<String, Node> next = new LinkedHashMap<>();
    for (String policy : policies) {
      List<Node> parents = expecting.get(policy);
      if (policy.equals(ANY_POLICY)) {
        continue;
      }
      if (parents != null) {
        next.put(policy, new Node(policy, parents));
      } else if (any != null) {
        next.put(policy, new Node(policy, List.of(any)));
      }
    }
    if (anyPolicyAllowed && policies.contains(ANY_POLICY)) {
      expecting.forEach(
          (policy, parents) -> next.computeIfAbsent(policy, key -> new Node(policy, parents)));
    }
    above = last;
    last = next;
  }

  /**
   * 6.1.4(b): what the certificate maps policies to, or with mapping inhibited, that mapped
   * policies end here.
   */
  void map(List<PolicyMapping> mappings, boolean mappingAllowed) {
    if (isNull()) {
      return;
    }
    Map<String, Set<String>> targets = new LinkedHashMap<>();
    for (PolicyMapping mapping : mappings) {
      targets
          .computeIfAbsent(mapping.issuerDomain(), key -> new LinkedHashSet<>())
          .add(mapping.subjectDomain());
    }
    if (!mappingAllowed) {
      last.keySet().removeAll(targets.keySet());
      return;
    }
    Node anyAbove = last.containsKey(ANY_POLICY) ? above.get(ANY_POLICY) : null;
    targets.forEach(
        (policy, expected) -> {
          Node node = last.get(policy);
          if (node == null && anyAbove != null) {
            node = new Node(policy, List.of(anyAbove));
            last.put(policy, node);
          }
          if (node != null) {
            node.expected = expected;
          }
        });
  }

  /**
   * 6.1.5(g): the policies, in the terms of the anchor, that the path is valid for and the relying
   * party accepts.
   */
  Set<String> userConstrained(PolicySettings settings) {
    Set<String> authority = new TreeSet<>();
    Set<Node> seen = new HashSet<>();
    List<Node> open = new ArrayList<>(last.values());
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (!seen.add(node)) {
        continue;
      }
      if (!node.policy.equals(ANY_POLICY) && hasAnyParent(node)) {
        authority.add(node.policy);
      }
      open.addAll(node.parents);
    }
    boolean anyAtEnd = last.containsKey(ANY_POLICY);
    if (settings.acceptsAny()) {
      if (anyAtEnd) {
        authority.add(ANY_POLICY);
      }
      return authority;
    }
    if (anyAtEnd) {
      return new TreeSet<>(settings.initialPolicies());
    }
    authority.retainAll(settings.initialPolicies());
    return authority;
  }

  private static boolean hasAnyParent(Node node) {
    for (Node parent : node.parents) {
      if (parent.policy.equals(ANY_POLICY)) {
        return true;
      }
    }
    return false;
  }
}
