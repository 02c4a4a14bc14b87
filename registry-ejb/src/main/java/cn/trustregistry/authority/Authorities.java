package cn.trustregistry.authority;

import cn.trustregistry.approval.ApprovalRefused;
import cn.trustregistry.approval.DualControlled;
import cn.trustregistry.approval.PendingChange;
import cn.trustregistry.approval.TwoApprovals;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pki.Certificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Registers CA companies and admits their issuers under dual control. */
@ApplicationScoped
public class Authorities implements DualControlled {
  /** A new company is known. */
  public record CompanyRegistered(CaCompany company) {}

  /** A second admin approved this issuer. */
  public record IssuerAdmitted(Issuer issuer) {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<CompanyRegistered> registered;
  @Inject Event<IssuerAdmitted> admitted;

  @Transactional
  public void register(CaCompany company, String actor, Instant at) {
    CaCompanyRow row = new CaCompanyRow();
    row.code = company.code();
    row.nameZh = company.nameZh();
    row.nameEn = company.nameEn();
    row.hotline = company.hotline();
    row.state = "ACTIVE";
    row.subjectIds = SubjectIdPlaces.write(company.subjectIds());
    row.createdAt = at;
    entities.persist(row);
    audit.append(
        actor, company.code(), "CA_COMPANY_REGISTERED", company.code(), company.nameZh(), at);
    registered.fire(new CompanyRegistered(company));
  }

  /** Puts a CA certificate forward; it counts for nothing until two admins approved it. */
  @Transactional
  public void propose(
      String tenant,
      Issuer.Kind kind,
      Certificate certificate,
      Instant usableFrom,
      Instant usableTo,
      String actor,
      Instant at) {
    IssuerRow row = new IssuerRow();
    row.sha256 = certificate.sha256();
    row.tenant = tenant;
    row.kind = kind.name();
    row.subject = certificate.subject().toString();
    row.der = certificate.der();
    row.state = IssuerRow.PROPOSED;
    row.usableFrom = usableFrom;
    row.usableTo = usableTo;
    row.approvals = TwoApprovals.proposed(actor, at);
    entities.persist(row);
    audit.append(actor, tenant, "ISSUER_PROPOSED", row.sha256, row.subject, at);
  }

  /**
   * Records one admin's approval; the second one admits the issuer.
   *
   * @throws ApprovalRefused if it is unknown or not waiting, or if this admin already approved
   */
  @Override
  @Transactional
  public void approve(String sha256, String admin, Instant at) {
    IssuerRow row = waiting(sha256);
    boolean second = row.approvals.approve(admin, at);
    audit.append(admin, row.tenant, "ISSUER_APPROVED", sha256, row.subject, at);
    if (second) {
      row.admittedAt = at;
      row.state = IssuerRow.ADMITTED;
      entities.flush();
      admitted.fire(new IssuerAdmitted(row.toIssuer()));
    }
  }

  @Override
  @Transactional
  public void refuse(String sha256, String admin, String why, Instant at) {
    IssuerRow row = waiting(sha256);
    row.state = IssuerRow.REFUSED;
    audit.append(admin, row.tenant, "ISSUER_REFUSED", sha256, why, at);
  }

  private IssuerRow waiting(String sha256) {
    IssuerRow row = entities.find(IssuerRow.class, sha256, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !row.state.equals(IssuerRow.PROPOSED)) {
      throw new ApprovalRefused(ApprovalRefused.Why.NOT_WAITING);
    }
    return row;
  }

  @Override
  public Kind kind() {
    return Kind.ISSUER;
  }

  @Override
  @Transactional
  public List<PendingChange> pending() {
    return entities
        .createQuery("select i from IssuerRow i where i.state = :state", IssuerRow.class)
        .setParameter("state", IssuerRow.PROPOSED)
        .getResultStream()
        .map(IssuerRow::toPending)
        .toList();
  }

  /** Every issuer of one company, however far it has come, oldest first. */
  @Transactional
  public List<IssuerStanding> standings(String tenant) {
    return entities
        .createQuery(
            "select i from IssuerRow i where i.tenant = :tenant"
                + " order by i.approvals.proposedAt, i.sha256",
            IssuerRow.class)
        .setParameter("tenant", tenant)
        .getResultStream()
        .map(IssuerRow::toStanding)
        .toList();
  }

  /** One issuer of any company. */
  @Transactional
  public Optional<IssuerStanding> standing(String sha256) {
    return Optional.ofNullable(entities.find(IssuerRow.class, sha256)).map(IssuerRow::toStanding);
  }

  /** Changes how people reach a company. */
  @Transactional
  public void changeHotline(String code, String hotline, String actor, Instant at) {
    CaCompanyRow row =
        Optional.ofNullable(entities.find(CaCompanyRow.class, code, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> new IllegalArgumentException("no company " + code));
    row.hotline = hotline;
    entities.flush();
    audit.append(actor, code, "CA_COMPANY_HOTLINE_CHANGED", code, hotline, at);
    registered.fire(new CompanyRegistered(row.toCompany()));
  }

  @Transactional
  public List<CaCompany> companies() {
    return entities
        .createQuery(
            "select c from CaCompanyRow c order by c.createdAt, c.code", CaCompanyRow.class)
        .getResultStream()
        .map(CaCompanyRow::toCompany)
        .toList();
  }

  @Transactional
  public Optional<CaCompany> company(String code) {
    return Optional.ofNullable(entities.find(CaCompanyRow.class, code))
        .map(CaCompanyRow::toCompany);
  }

  /** The admitted issuers of one company. */
  @Transactional
  public List<Issuer> admittedIssuers(String tenant) {
    return admittedIssuers().stream().filter(issuer -> issuer.tenant().equals(tenant)).toList();
  }

  /** The admitted issuers of all companies, in the order of their admission. */
  @Transactional
  public List<Issuer> admittedIssuers() {
    return entities
        .createQuery(
            "select i from IssuerRow i where i.state = :state order by i.admittedAt",
            IssuerRow.class)
        .setParameter("state", IssuerRow.ADMITTED)
        .getResultStream()
        .map(IssuerRow::toIssuer)
        .toList();
  }
}
