package cn.trustregistry.web.tenant;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.authority.IssuerStanding;
import org.jspecify.annotations.Nullable;

/** An issuer in JSON. */
public record IssuerView(
    String sha256,
    String kind,
    String state,
    int approvals,
    String subject,
    String issuer,
    String notBefore,
    String notAfter,
    String usableFrom,
    String usableTo,
    String proposedBy,
    String proposedAt,
    @Nullable String admittedAt) {
  static IssuerView of(IssuerStanding standing) {
    Issuer issuer = standing.issuer();
    return new IssuerView(
        issuer.sha256(),
        issuer.kind().name(),
        standing.state(),
        standing.approvals(),
        issuer.certificate().subject().toString(),
        issuer.certificate().issuer().toString(),
        issuer.certificate().notBefore().toString(),
        issuer.certificate().notAfter().toString(),
        issuer.usableFrom().toString(),
        issuer.usableTo().toString(),
        standing.proposedBy(),
        standing.proposedAt().toString(),
        issuer.admittedAt() == null ? null : issuer.admittedAt().toString());
  }
}
