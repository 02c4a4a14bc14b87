package cn.trustregistry.access;

import cn.trustregistry.access.Proof.Kind;
import java.time.Instant;
import java.util.List;

/** A client with all its proofs, as it stands in memory. */
record KnownClient(Credential credential, List<Proof> proofs) {
  KnownClient {
    proofs = List.copyOf(proofs);
  }

  List<Proof> live(Kind kind, Instant at) {
    return proofs.stream().filter(p -> p.kind() == kind && p.countsAt(at)).toList();
  }
}
