package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.policy.PolicySettings;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import java.time.Instant;
import java.util.List;

/**
 * What is asked: may this certificate be used for this purpose at this moment?
 *
 * @param target the certificate asked about
 * @param offered certificates that came along and may be issuers; none of them is trusted
 * @param at the moment asked about
 * @param knownAt the moment whose knowledge is asked for; evidence from later does not count
 * @param purpose what the certificate is to be used for
 * @param policies what is asked of certificate policies
 * @param algorithms which algorithms are still good
 * @param revocation whether evidence is needed that no certificate of the path is revoked
 * @param revocationPolicy which evidence that is, and how old it may be
 */
public record PathQuestion(
    Certificate target,
    List<Certificate> offered,
    Instant at,
    Instant knownAt,
    KeyPurpose purpose,
    PolicySettings policies,
    AlgorithmPolicy algorithms,
    RevocationNeed revocation,
    RevocationPolicy revocationPolicy) {
  /** Whether evidence on revocation is needed. */
  public enum RevocationNeed {
    /** For every certificate below the anchor. */
    REQUIRED,
    /** For none; the judgement then says nothing about revocation. */
    NONE
  }

  public PathQuestion {
    offered = List.copyOf(offered);
  }

  /**
   * A question with the defaults: known at the moment asked about, any policy, today's algorithms,
   * revocation required.
   */
  public static PathQuestion of(Certificate target, Instant at, KeyPurpose purpose) {
    return new PathQuestion(
        target,
        List.of(),
        at,
        at,
        purpose,
        PolicySettings.ANY,
        AlgorithmPolicy.DEFAULT,
        RevocationNeed.REQUIRED,
        RevocationPolicy.STRICT);
  }

  public PathQuestion withOffered(List<Certificate> certificates) {
    return new PathQuestion(
        target,
        certificates,
        at,
        knownAt,
        purpose,
        policies,
        algorithms,
        revocation,
        revocationPolicy);
  }

  public PathQuestion withKnownAt(Instant moment) {
    return new PathQuestion(
        target, offered, at, moment, purpose, policies, algorithms, revocation, revocationPolicy);
  }

  public PathQuestion withPolicies(PolicySettings settings) {
    return new PathQuestion(
        target, offered, at, knownAt, purpose, settings, algorithms, revocation, revocationPolicy);
  }

  public PathQuestion withAlgorithms(AlgorithmPolicy policy) {
    return new PathQuestion(
        target, offered, at, knownAt, purpose, policies, policy, revocation, revocationPolicy);
  }

  public PathQuestion withRevocation(RevocationNeed need) {
    return new PathQuestion(
        target, offered, at, knownAt, purpose, policies, algorithms, need, revocationPolicy);
  }

  public PathQuestion withRevocationPolicy(RevocationPolicy policy) {
    return new PathQuestion(
        target, offered, at, knownAt, purpose, policies, algorithms, revocation, policy);
  }

  /**
   * Whether the certificate may sign revocation lists at this moment, everything else being equal.
   */
  PathQuestion aboutCrlSigner(Certificate signer, Instant when) {
    return new PathQuestion(
        signer,
        offered,
        when,
        knownAt,
        KeyPurpose.CRL_SIGNING,
        PolicySettings.ANY,
        algorithms,
        revocation,
        revocationPolicy);
  }
}
