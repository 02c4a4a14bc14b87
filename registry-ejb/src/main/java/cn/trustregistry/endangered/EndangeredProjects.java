package cn.trustregistry.endangered;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.database.RegistryDataSource;
import cn.trustregistry.endangered.EndangeredProject.Cause;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.trust.Succession;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds endangered projects, for a centre or for a CA company. */
@ApplicationScoped
public class EndangeredProjects {
  private static final Duration SOON = Duration.ofDays(30);

  /** Certificates of open projects that one answer looks at. */
  private static final int MOST = 5_000;

  private static final int AT_ONCE = 500;

  /** The newest version of a project says whether it is open. */
  private static final String OPEN =
      "SELECT c.centre, c.project, c.certificate FROM project_certificate c"
          + " JOIN project_facts f ON f.centre = c.centre AND f.code = c.project"
          + " AND f.opened_at IS NULL AND f.ended_at IS NULL"
          + " AND f.version = (SELECT MAX(n.version) FROM project_facts n"
          + " WHERE n.centre = f.centre AND n.code = f.code)"
          + " WHERE c.%s = ? ORDER BY c.centre, c.project, c.certificate LIMIT ?";

  private record Bid(String centre, String project, String certificate) {}

  @Inject TrustState trust;
  @Inject Publications publications;

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  /** The centre's own projects. */
  public Endangered of(CentreClient centre, Instant at) {
    return among(bids("centre", centre.centre()), at);
  }

  /** Projects of all centres to which certificates of the client's own company are bound. */
  public Endangered of(CaClient client, Instant at) {
    return among(bids("tenant", client.tenant()), at);
  }

  private Endangered among(List<Bid> bids, Instant at) {
    TrustSnapshot snapshot = trust.required();
    List<Bid> looked = bids.subList(0, Math.min(bids.size(), MOST));
    Map<String, PublishedCertificate> certificates = certificates(looked);
    Map<String, Optional<Cause>> causes = new HashMap<>();
    List<EndangeredProject> found = new ArrayList<>();
    for (Bid bid : looked) {
      PublishedCertificate certificate = certificates.get(bid.certificate());
      ProjectFacts project = snapshot.projects().find(bid.centre(), bid.project(), at).orElse(null);
      if (certificate != null && project != null) {
        Succession succession = snapshot.successions().ofOld(bid.certificate(), at).orElse(null);
        causes
            .computeIfAbsent(bid.certificate(), key -> cause(certificate, succession, at))
            .ifPresent(
                cause -> found.add(new EndangeredProject(project, certificate, cause, succession)));
      }
    }
    return new Endangered(found, bids.size() <= MOST);
  }

  private Optional<Cause> cause(
      PublishedCertificate certificate, @Nullable Succession succession, Instant at) {
    CertificateState state = publications.state(certificate, at);
    if (state == CertificateState.REVOKED) {
      return Optional.of(Cause.REVOKED);
    }
    if (state == CertificateState.ON_HOLD) {
      return Optional.of(Cause.ON_HOLD);
    }
    if (certificate.notAfter().isBefore(at)) {
      return Optional.of(Cause.EXPIRED);
    }
    if (succession != null) {
      return Optional.of(Cause.REPLACED);
    }
    return certificate.notAfter().isBefore(at.plus(SOON))
        ? Optional.of(Cause.EXPIRES)
        : Optional.empty();
  }

  private Map<String, PublishedCertificate> certificates(List<Bid> bids) {
    List<String> names = bids.stream().map(Bid::certificate).distinct().toList();
    Map<String, PublishedCertificate> found = new HashMap<>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      publications
          .published(names.subList(from, Math.min(names.size(), from + AT_ONCE)))
          .forEach(certificate -> found.put(certificate.sha256(), certificate));
    }
    return found;
  }

  private List<Bid> bids(String column, String owner) {
    List<Bid> bids = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(OPEN.formatted(column))) {
      query.setString(1, owner);
      query.setInt(2, MOST + 1);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          bids.add(new Bid(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the certificates of projects cannot be read", e);
    }
    return bids;
  }
}
