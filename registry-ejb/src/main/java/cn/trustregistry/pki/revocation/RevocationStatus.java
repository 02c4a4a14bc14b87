package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
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
  record Revoked(
      Certificate certificate, RevocationReason reason, Instant since, RevocationEvidence source)
      implements RevocationStatus {
    @Override
    public List<RevocationEvidence> evidence() {
      return List.of(source);
    }

    @Override
    public List<RevocationCause> causes() {
      return List.of(
          new RevocationCause.Opposed(
              RevocationCause.Kind.CERTIFICATE_REVOKED, certificate, reason, since, source));
    }
  }

  /** On hold; it may be released again. */
  record OnHold(Certificate certificate, Instant since, RevocationEvidence source)
      implements RevocationStatus {
    @Override
    public List<RevocationEvidence> evidence() {
      return List.of(source);
    }

    @Override
    public List<RevocationCause> causes() {
      return List.of(
          new RevocationCause.Opposed(
              RevocationCause.Kind.CERTIFICATE_ON_HOLD,
              certificate,
              RevocationReason.CERTIFICATE_HOLD,
              since,
              source));
    }
  }

  /** The evidence does not suffice; {@code evidence} is what there was. */
  record Unknown(List<RevocationCause> causes, List<RevocationEvidence> evidence)
      implements RevocationStatus {}
}
