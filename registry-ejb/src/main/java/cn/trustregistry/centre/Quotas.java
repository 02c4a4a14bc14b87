package cn.trustregistry.centre;

import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the quotas that were given to single centres. */
@ApplicationScoped
public class Quotas {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  /**
   * Gives a centre a quota of its own in place of the one before.
   *
   * @throws IllegalArgumentException if the quota is not fit or there is no such centre
   */
  @Transactional
  public void give(String centre, Quota quota, String actor, Instant at) {
    if (!quota.isFit() || entities.find(CentreRow.class, centre) == null) {
      throw new IllegalArgumentException("no quota for " + centre + ": " + quota);
    }
    QuotaRow row = new QuotaRow();
    row.centre = centre;
    row.minute = quota.minute();
    row.day = quota.day();
    row.changedAt = at;
    row.changedBy = actor;
    entities.merge(row);
    String details = quota.minute() + " a minute, " + quota.day() + " a day";
    audit.append(actor, centre, "CENTRE_QUOTA_CHANGED", centre, details, at);
  }

  /** By centre, those that have one of their own. */
  @Transactional
  public Map<String, Quota> all() {
    return entities
        .createQuery("select q from QuotaRow q", QuotaRow.class)
        .getResultStream()
        .collect(Collectors.toMap(row -> row.centre, row -> new Quota(row.minute, row.day)));
  }
}
