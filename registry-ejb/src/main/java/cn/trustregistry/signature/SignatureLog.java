package cn.trustregistry.signature;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.database.RegistryDataSource;
import cn.trustregistry.pki.signature.SignedContent;
import cn.trustregistry.validation.RegistryUnavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes the records of verified signatures durable. */
@ApplicationScoped
class SignatureLog {
  private static final String INSERT =
      "INSERT INTO signature_check (id, centre, client_id, decided_at, asked_at, format,"
          + " content_sha256, verdict, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  /**
   * @throws RegistryUnavailable if the record may be lost
   */
  void append(CentreClient centre, SignatureRequest request, SignatureAnswer answer)
      throws RegistryUnavailable {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, answer.id());
      insert.setString(2, centre.centre());
      insert.setString(3, centre.clientId());
      insert.setObject(4, LocalDateTime.ofInstant(answer.decidedAt(), ZoneOffset.UTC));
      insert.setObject(5, LocalDateTime.ofInstant(request.at(), ZoneOffset.UTC));
      insert.setString(6, request.signature().format());
      insert.setString(7, contentSha256(request.content()));
      insert.setString(8, answer.verdict().name());
      insert.setString(9, SignatureJson.of(answer));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new RegistryUnavailable(
          RegistryUnavailable.Code.RECORD_NOT_DURABLE,
          "The record of the answer could not be made durable.",
          e);
    }
  }

  private static @Nullable String contentSha256(SignedContent content) {
    return content instanceof SignedContent.Data data ? Sha256.hex(data.octets()) : null;
  }
}
