package cn.trustregistry.authority;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.IssuerRefused.Kind;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.MalformedObjectException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CA certificates that a company puts forward, and what became of them. */
@ApplicationScoped
public class Proposals {
  /**
   * What a company asks for.
   *
   * @param kind null to take it from the certificate: a self-issued one is an anchor
   * @param usableFrom null for the certificate's own beginning
   * @param usableTo null for the certificate's own end
   */
  public record Proposal(
      byte[] pemOrDer,
      Issuer.@Nullable Kind kind,
      @Nullable Instant usableFrom,
      @Nullable Instant usableTo) {}

  @PersistenceContext EntityManager entities;
  @Inject Authorities authorities;

  /**
   * Puts a CA certificate forward; the same one again answers the same.
   *
   * @throws IssuerRefused saying why it cannot wait for approval
   */
  @Transactional
  public IssuerStanding propose(CaClient client, Proposal proposal, Instant at) {
    require(client, Scope.PUBLISH);
    Certificate certificate = read(proposal.pemOrDer());
    judge(certificate, at);
    IssuerRow known = entities.find(IssuerRow.class, certificate.sha256());
    if (known != null) {
      if (!known.tenant.equals(client.tenant())) {
        throw new IssuerRefused(Kind.ISSUER_TAKEN, "It is known as another company's.");
      }
      return known.toStanding();
    }
    Instant from = or(proposal.usableFrom(), certificate.notBefore());
    Instant to = or(proposal.usableTo(), certificate.notAfter());
    if (!from.isBefore(to)
        || from.isBefore(certificate.notBefore())
        || to.isAfter(certificate.notAfter())) {
      throw new IssuerRefused(
          Kind.UNFIT_WINDOW,
          "It is valid from " + certificate.notBefore() + " to " + certificate.notAfter() + ".");
    }
    authorities.propose(
        client.tenant(), kind(proposal, certificate), certificate, from, to, client.clientId(), at);
    return entities.find(IssuerRow.class, certificate.sha256()).toStanding();
  }

  /** All that the client's company ever put forward, oldest first. */
  @Transactional
  public List<IssuerStanding> of(CaClient client) {
    require(client, Scope.READ);
    return entities
        .createQuery(
            "select i from IssuerRow i where i.tenant = :tenant order by i.approvals.proposedAt,"
                + " i.sha256",
            IssuerRow.class)
        .setParameter("tenant", client.tenant())
        .getResultStream()
        .map(IssuerRow::toStanding)
        .toList();
  }

  /** One of the client's own company's. */
  @Transactional
  public Optional<IssuerStanding> find(CaClient client, String sha256) {
    require(client, Scope.READ);
    return Optional.ofNullable(entities.find(IssuerRow.class, sha256))
        .filter(row -> row.tenant.equals(client.tenant()))
        .map(IssuerRow::toStanding);
  }

  private static void judge(Certificate certificate, Instant at) {
    if (!certificate.extensions().isCa()
        || !certificate.extensions().allows(KeyUsage.KEY_CERT_SIGN)) {
      throw new IssuerRefused(
          Kind.NOT_A_CA, "Its basic constraints or key usage do not let it sign certificates.");
    }
    if (!certificate.notAfter().isAfter(at)) {
      throw new IssuerRefused(Kind.ISSUER_EXPIRED, "It expired at " + certificate.notAfter() + ".");
    }
  }

  private static Issuer.Kind kind(Proposal proposal, Certificate certificate) {
    Issuer.Kind kind = proposal.kind();
    if (kind != null) {
      return kind;
    }
    return certificate.isSelfIssued() ? Issuer.Kind.ANCHOR : Issuer.Kind.ISSUER;
  }

  private static Certificate read(byte[] pemOrDer) {
    try {
      return Certificate.read(pemOrDer);
    } catch (MalformedObjectException e) {
      throw new IssuerRefused(Kind.MALFORMED_CERTIFICATE, String.valueOf(e.getMessage()));
    }
  }

  private static void require(CaClient client, Scope scope) {
    if (!client.may(scope)) {
      throw new IssuerRefused(Kind.NOT_PERMITTED, "This client lacks the scope " + scope + ".");
    }
  }

  private static Instant or(@Nullable Instant given, Instant otherwise) {
    return given == null ? otherwise : given;
  }
}
