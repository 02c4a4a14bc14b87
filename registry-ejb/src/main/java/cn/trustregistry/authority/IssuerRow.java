package cn.trustregistry.authority;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "issuer")
class IssuerRow {
  static final String PROPOSED = "PROPOSED";
  static final String ADMITTED = "ADMITTED";

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

  @Column(name = "proposed_by")
  String proposedBy;

  @Column(name = "proposed_at")
  Instant proposedAt;

  @Column(name = "first_approver")
  @Nullable String firstApprover;

  @Column(name = "first_at")
  @Nullable Instant firstAt;

  @Column(name = "second_approver")
  @Nullable String secondApprover;

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
    int approvals = (firstApprover == null ? 0 : 1) + (secondApprover == null ? 0 : 1);
    return new IssuerStanding(toIssuer(), state, proposedBy, proposedAt, approvals);
  }
}
