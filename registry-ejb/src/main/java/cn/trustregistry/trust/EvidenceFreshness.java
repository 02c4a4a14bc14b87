package cn.trustregistry.trust;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.crl.RevocationList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the newest CRL of one admitted issuer is.
 *
 * @param newest null if there is none
 */
public record EvidenceFreshness(Issuer issuer, State state, @Nullable RevocationList newest) {
  /** In the colours of a traffic light: green, yellow, red, red. */
  public enum State {
    FRESH("CRL_FRESH"),
    /** A newer one is due: less than the company's overlap is left, or a quarter of its life. */
    EXPIRING("CRL_EXPIRING"),
    STALE("CRL_STALE"),
    MISSING("CRL_MISSING");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The code of reasons and health checks. */
    public String code() {
      return code;
    }
  }

  /** All admitted issuers, by company and name. */
  public static List<EvidenceFreshness> of(TrustSnapshot snapshot, Instant at) {
    List<EvidenceFreshness> all = new ArrayList<>();
    for (Issuer issuer : snapshot.issuers()) {
      RevocationList newest =
          snapshot.revocation().listsOf(issuer.certificate().subject()).stream()
              .max(Comparator.comparing(RevocationList::thisUpdate))
              .orElse(null);
      Duration overlap = snapshot.evidencePolicy(issuer.tenant(), at).overlap();
      all.add(new EvidenceFreshness(issuer, state(newest, overlap, at), newest));
    }
    all.sort(
        Comparator.comparing((EvidenceFreshness e) -> e.issuer().tenant())
            .thenComparing(e -> e.issuer().certificate().subject().toString()));
    return all;
  }

  static State state(@Nullable RevocationList newest, @Nullable Duration overlap, Instant at) {
    if (newest == null) {
      return State.MISSING;
    }
    Instant due = newest.nextUpdate();
    if (due == null || due.isBefore(at)) {
      return State.STALE;
    }
    Duration quarter = Duration.between(newest.thisUpdate(), due).dividedBy(4);
    return Duration.between(at, due).compareTo(overlap == null ? quarter : overlap) < 0
        ? State.EXPIRING
        : State.FRESH;
  }
}
