package cn.trustregistry.database;

import jakarta.annotation.sql.DataSourceDefinition;

/** The one connection pool, configured by {@code registry.db.*} (MicroProfile Config). */
@DataSourceDefinition(
    name = RegistryDataSource.JNDI_NAME,
    className = "org.mariadb.jdbc.MariaDbDataSource",
    url = "${MPCONFIG=registry.db.url}",
    user = "${MPCONFIG=registry.db.user}",
    password = "${MPCONFIG=registry.db.password}",
    minPoolSize = 2,
    maxPoolSize = 24,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=table",
      "fish.payara.validation-table-name=DUAL",
      "fish.payara.fail-all-connections=true"
    })
public final class RegistryDataSource {
  public static final String JNDI_NAME = "java:app/jdbc/registry";

  private RegistryDataSource() {}
}
