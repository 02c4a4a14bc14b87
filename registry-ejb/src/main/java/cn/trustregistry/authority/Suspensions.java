package cn.trustregistry.authority;

import cn.trustregistry.audit.AuditTrail;
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

/**
 * Suspends companies and resumes them. One admin is enough to suspend, which lets nothing pass that
 * did not pass before; resuming takes another one.
 */
@ApplicationScoped
public class Suspensions {
  /** Nothing changed. */
  public static final class SuspensionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    /** Why; the names are keys of the pages' texts. */
    public enum Why {
      UNKNOWN_COMPANY,
      SUSPENDED_ALREADY,
      NOT_SUSPENDED,
      REASON_NEEDED,
      SAME_PERSON
    }

    SuspensionRefused(Why why) {
      super(why.name());
      this.why = why;
    }

    public Why why() {
      return why;
    }
  }

  private static final int LONGEST_REASON = 500;

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<Suspension> changed;

  @Transactional
  public void suspend(String tenant, String reason, String admin, Instant at) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new SuspensionRefused(SuspensionRefused.Why.REASON_NEEDED);
    }
    lock(tenant);
    if (current(tenant).isPresent()) {
      throw new SuspensionRefused(SuspensionRefused.Why.SUSPENDED_ALREADY);
    }
    SuspensionRow row = new SuspensionRow();
    row.tenant = tenant;
    row.since = at;
    row.suspendedBy = admin;
    row.reason = reason.strip();
    entities.persist(row);
    entities.flush();
    audit.append(admin, tenant, "CA_COMPANY_SUSPENDED", tenant, row.reason, at);
    changed.fire(row.toSuspension());
  }

  /** Ends the suspension; somebody else than who suspended has to do it. */
  @Transactional
  public void resume(String tenant, String admin, Instant at) {
    lock(tenant);
    SuspensionRow row =
        current(tenant)
            .orElseThrow(() -> new SuspensionRefused(SuspensionRefused.Why.NOT_SUSPENDED));
    if (row.suspendedBy.equals(admin)) {
      throw new SuspensionRefused(SuspensionRefused.Why.SAME_PERSON);
    }
    row.endedAt = at;
    row.endedBy = admin;
    entities.flush();
    audit.append(admin, tenant, "CA_COMPANY_RESUMED", tenant, row.reason, at);
    changed.fire(row.toSuspension());
  }

  /** All there ever were, oldest first. */
  @Transactional
  public List<Suspension> all() {
    return entities
        .createQuery("select s from SuspensionRow s order by s.id", SuspensionRow.class)
        .getResultStream()
        .map(SuspensionRow::toSuspension)
        .toList();
  }

  private void lock(String tenant) {
    if (entities.find(CaCompanyRow.class, tenant, LockModeType.PESSIMISTIC_WRITE) == null) {
      throw new SuspensionRefused(SuspensionRefused.Why.UNKNOWN_COMPANY);
    }
  }

  private Optional<SuspensionRow> current(String tenant) {
    return entities
        .createQuery(
            "select s from SuspensionRow s where s.tenant = :tenant and s.endedAt is null",
            SuspensionRow.class)
        .setParameter("tenant", tenant)
        .getResultStream()
        .findFirst();
  }
}
