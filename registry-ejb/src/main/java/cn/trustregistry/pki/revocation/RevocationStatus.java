package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.crl.RevocationReason;
import java.time.Instant;
import java.util.List;

/** The answer to a {@link RevocationQuestion}. */
public sealed interface RevocationStatus {
  /** What the answer rests on. */
  List<RevocationEvidence> evidence();

  /** Why the certificate cannot be relied on; empty if it is good. */
  List<RevocationCause> causes();

  /** Not revoked at the moment asked about, for any reason. */
  record Good(List<RevocationEvidence> evidence) implements RevocationStatus {
    @Override
    public List<RevocationCause> causes() {
      return List.of();
    }
  }

  /** Revoked for good. */
  record Revoked(RevocationReason reason, Instant since, List<RevocationEvidence> evidence)
      implements RevocationStatus {
    @Override
    public List<RevocationCause> causes() {
      return List.of(new RevocationCause.CertificateRevoked(reason, since, evidence.get(0)));
    }
  }

  /** On hold; it may be released again. */
  record OnHold(Instant since, List<RevocationEvidence> evidence) implements RevocationStatus {
    @Override
    public List<RevocationCause> causes() {
      return List.of(new RevocationCause.CertificateOnHold(since, evidence.get(0)));
    }
  }

  /** The evidence does not suffice; {@code evidence} is what there was. */
  record Unknown(List<RevocationCause> causes, List<RevocationEvidence> evidence)
      implements RevocationStatus {}
}
