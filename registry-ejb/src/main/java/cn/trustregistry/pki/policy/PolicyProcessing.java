package cn.trustregistry.pki.policy;

import static cn.trustregistry.pki.policy.PolicySettings.ANY_POLICY;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.Extensions.PolicyConstraints;
import cn.trustregistry.pki.Extensions.PolicyMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policy steps of RFC 5280 6.1.2 to 6.1.5 over one path. */
public final class PolicyProcessing {
  /**
   * What came of it.
   *
   * @param accepted the user-constrained policies in dotted form; may be empty if none is required
   * @param unacceptable the certificate at which no acceptable policy was left though one is
   *     required; null if it never came to that
   * @param mapsAnyPolicy the certificates that map to or from anyPolicy
   */
  public record Outcome(
      Set<String> accepted, @Nullable Certificate unacceptable, List<Certificate> mapsAnyPolicy) {}

  /** Of a path that says nothing of policies, with none required. */
  private static final Outcome SILENT = new Outcome(Set.of(), null, List.of());

  private final PolicySettings settings;
  private final PolicyGraph graph = new PolicyGraph();
  private final List<Certificate> mapsAnyPolicy = new ArrayList<>(0);
  private @Nullable Certificate unacceptable;
  private int explicitPolicy;
  private int policyMapping;
  private int inhibitAnyPolicy;

  private PolicyProcessing(PolicySettings settings, int length) {
    this.settings = settings;
    this.explicitPolicy = settings.explicitPolicyRequired() ? 0 : length + 1;
    this.policyMapping = settings.mappingInhibited() ? 0 : length + 1;
    this.inhibitAnyPolicy = settings.anyPolicyInhibited() ? 0 : length + 1;
  }

  /**
   * @param path the certificates below the anchor, the end entity first
   */
  public static Outcome of(List<Certificate> path, PolicySettings settings) {
    if (!settings.explicitPolicyRequired() && isSilent(path)) {
      return SILENT;
    }
    PolicyProcessing processing = new PolicyProcessing(settings, path.size());
    for (int i = path.size() - 1; i >= 0; i--) {
      processing.process(path.get(i), i == 0);
    }
    return processing.wrapUp(path.get(0));
  }

  private static boolean isSilent(List<Certificate> path) {
    for (int i = 0; i < path.size(); i++) {
      Extensions extensions = path.get(i).extensions();
      if (extensions.policies() != null
          || extensions.policyConstraints() != null
          || !extensions.policyMappings().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void process(Certificate certificate, boolean last) {
    List<String> policies = certificate.extensions().policies();
    if (policies == null) {
      graph.clear();
    } else if (!graph.isNull()) {
      graph.descend(policies, inhibitAnyPolicy > 0 || (!last && certificate.isSelfIssued()));
    }
    checkExplicit(certificate);
    if (!last) {
      prepare(certificate);
    }
  }

  /** 6.1.3(f). */
  private void checkExplicit(Certificate certificate) {
    if (explicitPolicy == 0 && graph.isNull() && unacceptable == null) {
      unacceptable = certificate;
    }
  }

  /** 6.1.4 (a), (b), (h), (i) and (j). */
  private void prepare(Certificate certificate) {
    Extensions extensions = certificate.extensions();
    List<PolicyMapping> mappings = extensions.policyMappings();
    if (!mappings.isEmpty()) {
      if (mappings.stream()
          .anyMatch(
              m -> m.issuerDomain().equals(ANY_POLICY) || m.subjectDomain().equals(ANY_POLICY))) {
        mapsAnyPolicy.add(certificate);
      }
      graph.map(mappings, policyMapping > 0);
    }
    if (!certificate.isSelfIssued()) {
      explicitPolicy = Math.max(0, explicitPolicy - 1);
      policyMapping = Math.max(0, policyMapping - 1);
      inhibitAnyPolicy = Math.max(0, inhibitAnyPolicy - 1);
    }
    PolicyConstraints constraints = extensions.policyConstraints();
    if (constraints != null) {
      explicitPolicy = lower(explicitPolicy, constraints.requireExplicitPolicy());
      policyMapping = lower(policyMapping, constraints.inhibitPolicyMapping());
    }
    inhibitAnyPolicy = lower(inhibitAnyPolicy, extensions.inhibitAnyPolicy());
  }

  private static int lower(int value, @Nullable Integer limit) {
    return limit == null ? value : Math.min(value, limit);
  }

  /** 6.1.5 (a), (b) and (g). */
  private Outcome wrapUp(Certificate target) {
    explicitPolicy = Math.max(0, explicitPolicy - 1);
    PolicyConstraints constraints = target.extensions().policyConstraints();
    Integer required = constraints == null ? null : constraints.requireExplicitPolicy();
    if (required != null && required == 0) {
      explicitPolicy = 0;
    }
    Set<String> accepted = graph.isNull() ? Set.of() : graph.userConstrained(settings);
    if (explicitPolicy == 0 && accepted.isEmpty() && unacceptable == null) {
      unacceptable = target;
    }
    return new Outcome(accepted, unacceptable, List.copyOf(mapsAnyPolicy));
  }
}
