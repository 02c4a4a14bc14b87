package cn.trustregistry.application;

import cn.trustregistry.application.ApplicationRefused.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * How much the pages without a log-in may be used in an hour, from one address and in all; counted
 * in the database, for all nodes together. {@code registry.portal.<use>.address} and {@code .all}
 * set other limits.
 */
@ApplicationScoped
public class PortalLimits {
  private static final Duration SPAN = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);

  /** What is limited, with the usual limits for an hour. */
  public enum Use {
    /** Beginning an application. */
    DRAFT(10, 1_000),
    /** Uploading a file. */
    FILE(60, 5_000),
    /** Having a code sent. */
    CODE(10, 2_000),
    /** Trying a code. */
    TRY(30, 10_000);

    private final long address;
    private final long all;

    Use(long address, long all) {
      this.address = address;
      this.all = all;
    }
  }

  @PersistenceContext EntityManager entities;
  @Inject Config config;

  /**
   * Counts a use.
   *
   * @param address of the client; one of IPv6 counts with its network of 64 bits
   * @throws ApplicationRefused with TOO_MANY_REQUESTS, which counts for nothing
   */
  @Transactional
  public void count(Use use, String address, Instant at) {
    String network = network(address);
    if (used(use, network, at) >= limit(use, "address", use.address)
        || used(use, null, at) >= limit(use, "all", use.all)) {
      throw new ApplicationRefused(Kind.TOO_MANY_REQUESTS, "Too often; try again in an hour.");
    }
    PortalUseRow row = new PortalUseRow();
    row.what = use.name();
    row.address = network;
    row.at = at;
    entities.persist(row);
  }

  private long used(Use use, @Nullable String address, Instant at) {
    var query =
        entities
            .createQuery(
                "select count(u) from PortalUseRow u where u.what = :what and u.at > :since"
                    + (address == null ? "" : " and u.address = :address"),
                Long.class)
            .setParameter("what", use.name())
            .setParameter("since", at.minus(SPAN));
    if (address != null) {
      query.setParameter("address", address);
    }
    return query.getSingleResult();
  }

  private long limit(Use use, String whose, long usual) {
    return config
        .getOptionalValue(
            "registry.portal." + use.name().toLowerCase(Locale.ROOT) + "." + whose, Long.class)
        .orElse(usual);
  }

  @Transactional
  public void sweep(Instant at) {
    entities
        .createQuery("delete from PortalUseRow u where u.at < :before")
        .setParameter("before", at.minus(KEPT))
        .executeUpdate();
  }

  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address.length() <= 64 ? address : address.substring(0, 64);
    }
    try {
      byte[] octets = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(octets, 0, Math.min(8, octets.length));
    } catch (UnknownHostException notAnAddress) {
      return "unknown";
    }
  }
}
