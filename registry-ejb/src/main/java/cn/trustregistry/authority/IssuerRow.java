package cn.trustregistry.authority;

import cn.trustregistry.approval.Difference;
import cn.trustregistry.approval.DualControlled;
import cn.trustregistry.approval.PendingChange;
import cn.trustregistry.approval.TwoApprovals;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "issuer")
class IssuerRow {
  static final String PROPOSED = "PROPOSED";
  static final String ADMITTED = "ADMITTED";
  static final String REFUSED = "REFUSED";

  @Id String sha256;

  @Column String tenant;

  @Column String kind;

  @Column String subject;

  @Column byte[] der;

  @Column String state;

  @Column(name = "usable_from")
  Instant usableFrom;

  @Column(name = "usable_to")
  Instant usableTo;

  @Embedded TwoApprovals approvals;

  @Column(name = "admitted_at")
  @Nullable Instant admittedAt;

  IssuerRow() {}

  Issuer toIssuer() {
    try {
      return new Issuer(
          tenant,
          Issuer.Kind.valueOf(kind),
          Certificate.parse(der),
          usableFrom,
          usableTo,
          admittedAt);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("stored issuer " + sha256 + " no longer parses", e);
    }
  }

  IssuerStanding toStanding() {
    return new IssuerStanding(
        toIssuer(), state, approvals.proposedBy(), approvals.proposedAt(), approvals.count());
  }

  PendingChange toPending() {
    Certificate certificate = toIssuer().certificate();
    return new PendingChange(
        DualControlled.Kind.ISSUER,
        sha256,
        tenant,
        subject,
        List.of(
            Difference.added("issuer.kind", kind),
            Difference.added("issuer.issuedBy", certificate.issuer().toString()),
            Difference.added("issuer.usableFrom", usableFrom.toString()),
            Difference.added("issuer.usableTo", usableTo.toString()),
            Difference.added("issuer.fingerprint", sha256)),
        approvals);
  }
}
