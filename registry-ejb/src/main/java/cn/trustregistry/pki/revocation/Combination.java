package cn.trustregistry.pki.revocation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what notices, lists and OCSP responses say: revocation by any of them stands, being good
 * takes what the policy asks for.
 */
final class Combination {
  private Combination() {}

  static RevocationStatus of(
      @Nullable RevocationStatus noticed,
      RevocationStatus listed,
      RevocationStatus said,
      RevocationPolicy.Order order) {
    RevocationStatus against = severer(severer(noticed, listed), said);
    if (against != null) {
      return against;
    }
    return switch (order) {
      case CRL_FIRST -> either(listed, said);
      case OCSP_FIRST -> either(said, listed);
      case BOTH_REQUIRED -> both(listed, said);
    };
  }

  /**
   * The severer of two answers, and of two equally severe the earlier; null if neither is against
   * the certificate.
   */
  private static @Nullable RevocationStatus severer(
      @Nullable RevocationStatus one, @Nullable RevocationStatus other) {
    if (one instanceof RevocationStatus.Revoked first) {
      return other instanceof RevocationStatus.Revoked second
              && second.since().isBefore(first.since())
          ? second
          : first;
    }
    if (other instanceof RevocationStatus.Revoked) {
      return other;
    }
    if (one instanceof RevocationStatus.OnHold first) {
      return other instanceof RevocationStatus.OnHold second
              && second.since().isBefore(first.since())
          ? second
          : first;
    }
    return other instanceof RevocationStatus.OnHold ? other : null;
  }

  /** That there is no OCSP response is no news where one was only to step in for a list. */
  private static RevocationStatus either(RevocationStatus first, RevocationStatus second) {
    if (first instanceof RevocationStatus.Good) {
      return first;
    }
    if (second instanceof RevocationStatus.Good) {
      return second;
    }
    boolean noNews = second.causes().get(0) instanceof RevocationCause.ResponseLacking;
    return noNews ? first : both(first, second);
  }

  private static RevocationStatus both(RevocationStatus first, RevocationStatus second) {
    List<RevocationEvidence> evidence = joined(first.evidence(), second.evidence());
    List<RevocationCause> causes = joined(first.causes(), second.causes());
    return causes.isEmpty()
        ? new RevocationStatus.Good(evidence)
        : new RevocationStatus.Unknown(causes, evidence);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
