package cn.trustregistry.it;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.server.EmbeddedDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The EAR on a full Payara Server, which has a Metro and a JAXB of its own. */
class FullServerIT {
  @Test
  void ear_on_a_full_server_validates_certificates_signs_receipts_and_shows_pages()
      throws Exception {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            TestServers.DIST.resolve("mariadb"), TestServers.WORK.resolve("full-server-database"));
    try {
      FullServer server = FullServer.start(database.connection());
      try (server) {
        DemoClient client = DemoClient.of(server.base(), server.data());
        assertThat(first(client.ask("gxca/unit-sm2-sign.pem", "0101", "LOGIN"), "verdict"))
            .isEqualTo("VALID");
        HttpResponse<String> revoked = client.ask("gxca/revoked-rsa-sign.pem", "0101", "LOGIN");
        assertThat(first(revoked, "verdict")).isEqualTo("INVALID");
        assertThat(all(revoked, "code")).contains("CERTIFICATE_REVOKED");

        HttpResponse<String> wrong = client.ask("gxca/unit-rsa-sign.pem", "0101", "TEA");
        assertThat(first(wrong, "code")).as(wrong.body()).isEqualTo("SCHEMA");

        HttpResponse<String> proven = Receipt.verified(client, Receipt.of(client));
        assertThat(first(proven, "genuine")).as(proven.body()).isEqualTo("true");

        assertThat(client.send(client.request("").GET()).body()).contains("收费比较");
        assertThat(client.get("gxca-client", "api/v1/crls/none").statusCode()).isEqualTo(404);
      }
      assertThat(server.isAlive()).isFalse();
    } finally {
      database.stop();
    }
  }
}
