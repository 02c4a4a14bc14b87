package cn.trustregistry.outbound;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.outbound.OutboundRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The hosts that an admin allowed for each tenant. */
@ApplicationScoped
public class AllowedHosts {
  private static final int LONGEST = 1_000;

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  @Transactional
  public void allow(String tenant, String host, String admin, Instant at) {
    AllowedHostRow.Key key = new AllowedHostRow.Key(tenant, host.toLowerCase(Locale.ROOT));
    if (entities.find(AllowedHostRow.class, key) == null) {
      AllowedHostRow row = new AllowedHostRow();
      row.key = key;
      row.allowedBy = admin;
      row.allowedAt = at;
      entities.persist(row);
      audit.append(admin, tenant, "HOST_ALLOWED", key.host(), "", at);
    }
  }

  @Transactional
  public void disallow(String tenant, String host, String admin, Instant at) {
    AllowedHostRow row =
        entities.find(
            AllowedHostRow.class, new AllowedHostRow.Key(tenant, host.toLowerCase(Locale.ROOT)));
    if (row != null) {
      entities.remove(row);
      audit.append(admin, tenant, "HOST_DISALLOWED", row.key.host(), "", at);
    }
  }

  @Transactional
  public List<String> of(String tenant) {
    return entities
        .createQuery(
            "select h.key.host from AllowedHostRow h where h.key.tenant = :tenant"
                + " order by h.key.host",
            String.class)
        .setParameter("tenant", tenant)
        .getResultList();
  }

  /**
   * The URL, if the tenant may have the registry connect there.
   *
   * @throws OutboundRefused with reason URL or HOST
   */
  @Transactional(dontRollbackOn = OutboundRefused.class)
  public URI require(String tenant, String url) throws OutboundRefused {
    URI uri = parse(url);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (entities.find(AllowedHostRow.class, new AllowedHostRow.Key(tenant, host)) == null) {
      throw new OutboundRefused(
          Reason.HOST, "No admin of the registry has allowed " + host + " for you.");
    }
    return uri;
  }

  static URI parse(String url) throws OutboundRefused {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      if (url.length() <= LONGEST && web && plain && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException notAUrl) {
      // said below
    }
    throw new OutboundRefused(
        Reason.URL, "An absolute http or https URL without user name and fragment is needed.");
  }
}
