package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.receipt.ReceiptKey;
import cn.trustregistry.receipt.ReceiptKeys;
import cn.trustregistry.receipt.issuing.ReceiptKeyring;
import cn.trustregistry.receipt.issuing.Receipts;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The keys of receipts through rotations and losses. */
@ArquillianTest
class ReceiptKeysIT {
  @Inject ReceiptKeyring keyring;
  @Inject Receipts receipts;
  @Inject AuditTrail audit;

  @Resource(lookup = "java:app/jdbc/registry")
  DataSource database;

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private List<String> kids() {
    return keyring.known().keys().stream().map(ReceiptKey::kid).toList();
  }

  @Test
  void receipt_outlives_rotation_and_every_key_stays_in_the_set_and_in_the_file() throws Exception {
    String record = storeVerdict("019aa000-0000-7000-8000-00000000000a");
    String before = receipts.of("450100", record, now()).text();
    List<String> old = kids();

    keyring.rotate(now());
    keyring.refresh(now());

    assertThat(kids()).hasSize(old.size() + 1).startsWith(old.toArray(String[]::new));
    assertThat(receipts.of("450100", record, now()).text()).isEqualTo(before);
    assertThat(receipts.verify(before).key().kid()).isEqualTo(old.get(old.size() - 1));
    String other = storeVerdict("019aa000-0000-7000-8000-00000000000b");
    String after = receipts.of("450100", other, now()).text();
    assertThat(receipts.verify(after).key().kid()).isEqualTo(kids().get(kids().size() - 1));
    assertThat(file().keys()).extracting(ReceiptKey::kid).isEqualTo(kids());
    assertThat(audit.firstBrokenEntry()).isNull();
  }

  private static ReceiptKeys file() throws Exception {
    String data = ConfigProvider.getConfig().getValue("registry.data", String.class);
    return ReceiptKeys.parse(Files.readString(Path.of(data, "keys", "receipt-jwks.json")));
  }

  @Test
  void key_that_can_no_longer_be_unsealed_still_verifies_and_another_signs() throws Exception {
    String record = storeVerdict("019aa000-0000-7000-8000-00000000000c");
    String before = receipts.of("450100", record, now()).text();
    String lost = kids().get(kids().size() - 1);
    execute("UPDATE receipt_key SET sealed_key = REVERSE(sealed_key) WHERE kid = '" + lost + "'");

    keyring.refresh(now());

    assertThat(receipts.verify(before).key().kid()).isEqualTo(lost);
    String other = storeVerdict("019aa000-0000-7000-8000-00000000000d");
    String after = receipts.of("450100", other, now()).text();
    assertThat(receipts.verify(after).key().kid()).isNotEqualTo(lost);
  }

  @Test
  void key_made_by_another_node_is_found_when_its_first_receipt_comes() throws Exception {
    String record = storeVerdict("019aa000-0000-7000-8000-00000000000e");
    keyring.rotate(now());
    String receipt = receipts.of("450100", record, now()).text();
    String kid = receipts.verify(receipt).key().kid();
    assertThat(count("SELECT COUNT(*) FROM receipt_key WHERE kid = '" + kid + "'")).isOne();
    assertThat(count("SELECT COUNT(*) FROM receipt WHERE record_id = '" + record + "'")).isOne();
  }

  /** As an earlier version of the registry stored it: without a request digest. */
  private String storeVerdict(String id) throws SQLException {
    String answer =
        "{\"id\":\"%s\",\"decidedAt\":\"2026-01-01T00:00:00Z\",\"at\":\"2026-01-01T00:00:00Z\","
            + "\"knownAt\":\"2026-01-01T00:00:00Z\",\"certificate\":\"ab\",\"category\":\"GGZY:1:01\","
            + "\"stage\":\"LOGIN\",\"verdict\":\"VALID\",\"sofCode\":1,\"reasons\":[]}";
    execute(
        "INSERT IGNORE INTO verdict (id, centre, client_id, decided_at, asked_at, certificate,"
            + " category, stage, verdict, sof_code, rule_book, answer) VALUES ('"
            + id
            + "', '450100', 'test', '2026-01-01', '2026-01-01', 'ab', 'GGZY:1:01', 'LOGIN',"
            + " 'VALID', 1, 1, '"
            + answer.formatted(id)
            + "')");
    return id;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
