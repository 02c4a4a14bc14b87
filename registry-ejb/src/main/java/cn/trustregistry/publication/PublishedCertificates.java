package cn.trustregistry.publication;

import cn.trustregistry.database.RegistryDataSource;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds published certificates for those who know but a part of them. What was published never
 * changes, so what was found once is remembered; that something was not found is not.
 */
@ApplicationScoped
public class PublishedCertificates {
  /** The database does not say. */
  public static final class LookupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    LookupFailed(SQLException cause) {
      super("published certificates cannot be looked up", cause);
    }
  }

  private record Place(String issuerSha256, BigInteger serial) {}

  private static final int REMEMBERED = 8_192;
  private static final String SELECT = "SELECT der FROM certificate WHERE ";

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  private final Map<Place, Certificate> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Certificate> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The certificate with this serial number of this issuer. */
  public Optional<Certificate> find(String issuerSha256, BigInteger serial) throws LookupFailed {
    Place place = new Place(issuerSha256, serial);
    synchronized (remembered) {
      Certificate known = remembered.get(place);
      if (known != null) {
        return Optional.of(known);
      }
    }
    List<Certificate> found =
        select("issuer_sha256 = ? AND serial = ? LIMIT 1", issuerSha256, serial.toString(16));
    found.forEach(certificate -> remember(place, certificate));
    return found.stream().findFirst();
  }

  /** The newest certificates of the holder with this unified social credit code. */
  public List<Certificate> ofHolder(String uscc, int most) throws LookupFailed {
    return select("uscc = ? ORDER BY seq DESC LIMIT " + most, uscc);
  }

  /**
   * The newest certificates with exactly this subject, as {@link Certificate#subject} writes it.
   */
  public List<Certificate> ofSubject(String subject, int most) throws LookupFailed {
    return select("subject = ? ORDER BY seq DESC LIMIT " + most, subject);
  }

  private void remember(Place place, Certificate certificate) {
    synchronized (remembered) {
      remembered.put(place, certificate);
    }
  }

  private List<Certificate> select(String condition, String... parameters) throws LookupFailed {
    List<Certificate> found = new ArrayList<>(1);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(Certificate.parse(row.getBytes(1)));
        }
      }
    } catch (SQLException e) {
      throw new LookupFailed(e);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("a stored certificate no longer parses", e);
    }
    return List.copyOf(found);
  }
}
