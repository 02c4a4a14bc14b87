package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trading centres written into the database of a registry that then starts anew: each with one
 * client, a rule of its own, and 200 projects that it reported twice.
 */
public final class GeneratedCentres {
  private static final int FIRST_CODE = 110_000;

  private static final String FACTS =
      """
      INSERT INTO project_facts (centre, code, version, name, category, listed_on, sealed_at, opened_at,
        reported_at, reported_by)
      WITH RECURSIVE n AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 199)
      SELECT c.code, CONCAT('GC-2026-', 10000 + n.i), %1$d, CONCAT('房屋建筑工程施工招标项目第', n.i, '号'),
        'GGZY:1:0101', '2026-10-01', %2$s, %2$s, %3$s, CONCAT('centre-', c.code)
      FROM n JOIN trading_centre c WHERE c.code BETWEEN '%4$d' AND '%5$d';
      """;

  private static final String OTHERS =
      """
      INSERT INTO credential (client_id, owner_kind, owner, scopes, created_at)
      SELECT CONCAT('centre-', code), 'CENTRE', code, '', created_at
      FROM trading_centre WHERE code BETWEEN '%1$d' AND '%2$d';
      INSERT INTO client_proof (id, client_id, kind, value, created_at)
      SELECT UUID(), CONCAT('centre-', code), 'SECRET', SHA2(CONCAT('secret-', code), 256), created_at
      FROM trading_centre WHERE code BETWEEN '%1$d' AND '%2$d';
      INSERT INTO recognition_rule (book_version, id, position, effect, tenants, holder_kinds, media, profiles,
        categories, stages, regions, note_zh, note_en)
      SELECT b.version, CONCAT('own-', c.code), c.code, 'ALLOW', '', '', '', '', '', 'LOGIN', c.code, '', ''
      FROM trading_centre c JOIN (SELECT MAX(version) AS version FROM rule_book) b
      WHERE c.code BETWEEN '%1$d' AND '%2$d';
      """;

  private GeneratedCentres() {}

  /** Writes centres so that there are {@code count} of them where there were {@code before}. */
  public static void add(Registry registry, int before, int count)
      throws IOException, InterruptedException {
    int first = FIRST_CODE + before;
    int last = FIRST_CODE + count - 1;
    String centres =
        IntStream.rangeClosed(first, last)
            .mapToObj(
                code ->
                    "('%1$d', NULL, '交易中心%1$d', 'Centre %1$d', 'ACTIVE', '2026-01-01')"
                        .formatted(code))
            .collect(Collectors.joining(",\n"));
    registry.sql(
        "INSERT INTO trading_centre (code, parent, name_zh, name_en, state, created_at) VALUES "
            + centres
            + ";\n"
            + String.format(Locale.ROOT, OTHERS, first, last)
            + String.format(Locale.ROOT, FACTS, 1, "NULL", "'2026-10-01'", first, last)
            + String.format(Locale.ROOT, FACTS, 2, "'2026-11-01'", "'2026-11-01'", first, last));
  }

  /** Each question comes from the next centre and is about one of its projects. */
  public static Call questions(Registry registry, int count, byte[] certificate) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String code = String.valueOf(FIRST_CODE + i);
      String client = "centre-" + code + ":secret-" + code;
      String body =
          String.format(
              Locale.ROOT,
              "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                  + "<v:ValidateCertificate xmlns:v=\"urn:trustregistry:validation:v1\">"
                  + "<v:certificate>%s</v:certificate><v:category>0101</v:category>"
                  + "<v:stage>LOGIN</v:stage><v:project>GC-2026-%d</v:project>"
                  + "</v:ValidateCertificate></soap:Body></soap:Envelope>",
              Base64.getEncoder().encodeToString(certificate),
              10_000 + i * 7 % 200);
      String headers =
          "Content-Type: text/xml; charset=utf-8\r\nAuthorization: Basic "
              + Base64.getEncoder().encodeToString(client.getBytes(UTF_8))
              + "\r\n";
      requests.add(Call.post("/soap/v1/validation", headers, body.getBytes(UTF_8)));
    }
    AtomicInteger next = new AtomicInteger();
    return Call.of(
        registry.port(),
        () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())),
        "verdict>VALID<");
  }
}
