package cn.trustregistry.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the registry's database is and who the registry is there.
 *
 * @param url JDBC URL, {@code jdbc:mariadb://host:port/database}
 * @param user database user
 * @param password that user's password
 */
public record DatabaseConnection(String url, String user, String password) {

  private static final String CONNECT_TIMEOUT_MILLIS = "5000";

  /** Logs in once, so that a wrong address or password is known before a server is started. */
  void check() throws StartRefused {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", CONNECT_TIMEOUT_MILLIS);
    try (Connection connection = DriverManager.getConnection(url, login)) {
      if (!connection.isValid(5)) {
        throw new StartRefused("The database at " + address() + " does not answer.");
      }
    } catch (SQLException refused) {
      throw new StartRefused(
          "Cannot use the database at " + address() + " as " + user + ": " + firstLine(refused),
          refused);
    }
  }

  /** The URL without its parameters, which may carry secrets. */
  String address() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return user + " at " + address();
  }

  private static String firstLine(SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    return message.lines().findFirst().orElse("no reason given");
  }
}
