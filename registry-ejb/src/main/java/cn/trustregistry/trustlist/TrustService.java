package cn.trustregistry.trustlist;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CA certificate as a service of the list, with all its states, the newest first.
 *
 * @param certificate its digital identity
 */
record TrustService(String tenant, Certificate certificate, List<State> states) {
  /** A state from a moment on. */
  record State(Status status, Instant since) {}

  /** ETSI TS 119 612 5.5.4 and D.5.6, as they are for services that are not qualified ones. */
  enum Status {
    RECOGNISED("recognisedatnationallevel"),
    DEPRECATED("deprecatedatnationallevel");

    private final String uri;

    Status(String name) {
      this.uri = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/" + name;
    }

    String uri() {
      return uri;
    }
  }

  /** Empty before it is relied on: from its admission and the beginning of its window on. */
  static Optional<TrustService> of(Issuer issuer, Instant at) {
    Instant admitted = issuer.admittedAt();
    if (admitted == null) {
      return Optional.empty();
    }
    Instant start = admitted.isAfter(issuer.usableFrom()) ? admitted : issuer.usableFrom();
    if (start.isAfter(at)) {
      return Optional.empty();
    }
    List<State> states = new ArrayList<>(2);
    if (!issuer.usableTo().isAfter(at)) {
      states.add(new State(Status.DEPRECATED, issuer.usableTo()));
    }
    states.add(new State(Status.RECOGNISED, start));
    return Optional.of(
        new TrustService(issuer.tenant(), issuer.certificate(), List.copyOf(states)));
  }

  /** What it says, on a line. */
  String text() {
    return tenant + " " + certificate.sha256() + " " + states;
  }
}
