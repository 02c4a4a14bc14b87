package cn.trustregistry.centre;

import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Registers and lists trading centres. */
@ApplicationScoped
public class Centres {
  private static final Pattern REGION = Pattern.compile("[1-9]\\d{5}");

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  /**
   * @throws IllegalArgumentException if the code is not six digits of GB/T 2260
   */
  @Transactional
  public void register(TradingCentre centre, String actor, Instant at) {
    if (!REGION.matcher(centre.code()).matches()) {
      throw new IllegalArgumentException("not a GB/T 2260 code: " + centre.code());
    }
    CentreRow row = new CentreRow();
    row.code = centre.code();
    row.parent = centre.parent();
    row.nameZh = centre.nameZh();
    row.nameEn = centre.nameEn();
    row.state = "ACTIVE";
    row.createdAt = at;
    entities.persist(row);
    audit.append(actor, centre.code(), "CENTRE_REGISTERED", centre.code(), centre.nameZh(), at);
  }

  @Transactional
  public List<TradingCentre> all() {
    return entities
        .createQuery("select c from CentreRow c order by c.code", CentreRow.class)
        .getResultStream()
        .map(CentreRow::toCentre)
        .toList();
  }
}
