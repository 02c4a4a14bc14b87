package cn.trustregistry.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Inserts many rows in few statements. Entities would be inserted one by one, and a JDBC batch is a
 * statement a row for MariaDB to parse.
 *
 * @param <T> what becomes a row
 */
public final class ManyRows<T> {
  /**
   * Rows of one statement: fifty of the largest certificates are less than 16 MiB, what a MariaDB
   * takes if it was not told otherwise.
   */
  private static final int ROWS = 50;

  /** Sets the columns of a row in their order. */
  @FunctionalInterface
  public interface Setter<T> {
    /**
     * @param before how many parameters of the statement come before the row's first
     */
    void set(PreparedStatement insert, int before, T item) throws SQLException;
  }

  private final String insert;
  private final int columns;
  private final String row;
  private final Setter<T> setter;

  /**
   * @param insert the statement up to its rows: {@code INSERT INTO table (one, two)}
   * @param columns how many it names
   */
  public ManyRows(String insert, int columns, Setter<T> setter) {
    this.insert = insert + " VALUES ";
    this.columns = columns;
    this.row = "(" + "?,".repeat(columns - 1) + "?)";
    this.setter = setter;
  }

  /** Inserts all in the transaction of the connection. */
  public void insert(Connection connection, List<T> items) throws SQLException {
    for (int from = 0; from < items.size(); from += ROWS) {
      insertAtOnce(connection, items.subList(from, Math.min(from + ROWS, items.size())));
    }
  }

  private void insertAtOnce(Connection connection, List<T> items) throws SQLException {
    String sql = insert + String.join(",", Collections.nCopies(items.size(), row));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < items.size(); i++) {
        setter.set(statement, i * columns, items.get(i));
      }
      statement.executeUpdate();
    }
  }
}
