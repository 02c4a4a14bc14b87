package cn.trustregistry.pki.policy;

import java.util.Set;

/**
 * What the relying party asks of policies (RFC 5280 6.1.1 (c), (e), (f) and (g)).
 *
 * @param initialPolicies the acceptable policies in dotted form; {@link #ANY_POLICY} among them
 *     makes every policy acceptable
 * @param explicitPolicyRequired whether the path must be valid for at least one of them
 * @param mappingInhibited whether policy mapping is not allowed
 * @param anyPolicyInhibited whether anyPolicy in a certificate counts for nothing
 */
public record PolicySettings(
    Set<String> initialPolicies,
    boolean explicitPolicyRequired,
    boolean mappingInhibited,
    boolean anyPolicyInhibited) {
  public static final String ANY_POLICY = "2.5.29.32.0";

  /** Any policy will do, and none is required. */
  public static final PolicySettings ANY =
      new PolicySettings(Set.of(ANY_POLICY), false, false, false);

  public PolicySettings {
    initialPolicies = Set.copyOf(initialPolicies);
  }

  boolean acceptsAny() {
    return initialPolicies.contains(ANY_POLICY);
  }
}
