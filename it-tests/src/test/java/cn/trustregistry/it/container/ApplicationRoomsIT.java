package cn.trustregistry.it.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationForm;
import cn.trustregistry.application.ApplicationKind;
import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.ApplicationRefused.Kind;
import cn.trustregistry.application.ApplicationState;
import cn.trustregistry.application.Applications;
import cn.trustregistry.application.CompanyDesk;
import cn.trustregistry.application.CompanyDesk.Order;
import cn.trustregistry.application.FollowCodes;
import cn.trustregistry.application.Material;
import cn.trustregistry.application.Offer;
import cn.trustregistry.application.Pass;
import cn.trustregistry.application.PortalLimits;
import cn.trustregistry.application.PortalLimits.Use;
import cn.trustregistry.application.Retention;
import cn.trustregistry.message.Channel;
import cn.trustregistry.message.MessageDelivery;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Applications on the real database, at moments of the test's choosing. */
@ArquillianTest
class ApplicationRoomsIT {
  private static final CaClient GXCA = client("gxca");
  private static final CaClient HUACE = client("huace");
  private static final byte[] PDF = "%PDF-1.7 a licence".getBytes(US_ASCII);
  private static final Duration DAY = Duration.ofDays(1);

  @Inject Applications applications;
  @Inject CompanyDesk desk;
  @Inject FollowCodes codes;
  @Inject MessageDelivery delivery;
  @Inject PortalLimits limits;
  @Inject Retention retention;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  @Resource(lookup = "java:app/jdbc/registry")
  DataSource database;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  @Test
  void draft_is_seen_by_no_company_and_a_submitted_one_by_the_chosen_company_only() {
    Pass pass = draft();
    String receipt = applications.read(pass, now).receipt();
    refuses(Kind.APPLICATION_UNKNOWN, () -> desk.read(GXCA, receipt));
    refuses(Kind.MATERIALS_MISSING, () -> applications.submit(pass, now));
    applications.addMaterial(pass, "licence.pdf", PDF, now);
    applications.submit(pass, now);
    assertThat(desk.read(GXCA, receipt).form().unitName()).isEqualTo("广西演示建设有限公司");
    assertThat(desk.material(GXCA, receipt, 1)).hasValue(PDF);
    refuses(Kind.APPLICATION_UNKNOWN, () -> desk.read(HUACE, receipt));
    refuses(Kind.APPLICATION_UNKNOWN, () -> desk.material(HUACE, receipt, 1));
    refuses(Kind.APPLICATION_UNKNOWN, () -> desk.move(HUACE, receipt, to("ACCEPTED"), now));
    assertThat(desk.after(HUACE, null, 0, 500)).noneMatch(a -> a.receipt().equals(receipt));
    CaClient reader = new CaClient("gxca", "reader", EnumSet.of(Scope.READ));
    refuses(Kind.NOT_PERMITTED, () -> desk.read(reader, receipt));
  }

  @Test
  void what_says_who_applies_is_sealed_in_the_database() throws Exception {
    Pass pass = submitted();
    String receipt = applications.read(pass, now).receipt();
    for (String column : List.of("a.sealed_form", "m.sealed", "m.sealed_name")) {
      String stored =
          text(
              "select cast("
                  + column
                  + " as char character set latin1) from application a join application_material m"
                  + " on m.application = a.id where a.receipt = '"
                  + receipt
                  + "'");
      assertThat(stored).doesNotContain("91450100MA5DEM13CX", "13800138000", "%PDF", "licence");
    }
  }

  @Test
  void materials_have_limits_of_type_size_and_number_and_nothing_over_them_is_kept() {
    Pass pass = draft();
    refuses(
        Kind.MATERIAL_TYPE,
        () ->
            applications.addMaterial(pass, "a.pdf", "PK\u0003\u0004bomb".getBytes(US_ASCII), now));
    refuses(Kind.MATERIAL_EMPTY, () -> applications.addMaterial(pass, "a", new byte[0], now));
    byte[] large = Arrays.copyOf(PDF, Material.LARGEST + 1);
    refuses(Kind.MATERIAL_TOO_LARGE, () -> applications.addMaterial(pass, "a", large, now));
    for (int i = 0; i < 4; i++) {
      applications.addMaterial(pass, "a", Arrays.copyOf(PDF, Material.LARGEST), now);
    }
    refuses(Kind.TOO_MANY_MATERIALS, () -> applications.addMaterial(pass, "a", PDF, now));
    applications.removeMaterial(pass, 4, now);
    for (int i = 0; i < 5; i++) {
      applications.addMaterial(pass, "small", PDF, now);
    }
    refuses(Kind.TOO_MANY_MATERIALS, () -> applications.addMaterial(pass, "ninth", PDF, now));
    assertThat(applications.read(pass, now).materials()).hasSize(Material.MOST);
  }

  @Test
  void company_takes_it_to_the_end_with_certificates_it_published_for_this_holder()
      throws Exception {
    Pass pass = submitted();
    String receipt = applications.read(pass, now).receipt();
    refuses(Kind.ILLEGAL_MOVE, () -> desk.move(GXCA, receipt, to("ISSUED"), now));
    refuses(Kind.ILLEGAL_MOVE, () -> desk.move(GXCA, receipt, to("SUBMITTED"), now));
    refuses(Kind.REASON_UNFIT, () -> desk.move(GXCA, receipt, to("REFUSED"), now));
    Application accepted = desk.move(GXCA, receipt, to("ACCEPTED"), now);
    refuses(
        Kind.APPLICATION_CHANGED,
        () ->
            desk.move(
                GXCA,
                receipt,
                new Order(ApplicationState.APPROVED, "", List.of(), accepted.version() - 1),
                now));
    desk.move(GXCA, receipt, to("APPROVED"), now);
    refuses(Kind.ILLEGAL_MOVE, () -> applications.withdraw(pass, now));
    String unit = certificate("gxca", "unit-rsa");
    String person = certificate("gxca", "legal-person-rsa");
    refuses(Kind.CERTIFICATES_MISSING, () -> desk.move(GXCA, receipt, issued(unit), now));
    String foreign = certificate("huace", "legal-person-rsa");
    refuses(Kind.CERTIFICATE_NOT_YOURS, () -> desk.move(GXCA, receipt, issued(unit, foreign), now));
    String other = certificate("gxca", "legal-person-sm2");
    refuses(
        Kind.CERTIFICATE_OF_ANOTHER_HOLDER,
        () -> desk.move(GXCA, receipt, issued(unit, other), now));
    assertThat(desk.read(GXCA, receipt).state()).isEqualTo(ApplicationState.APPROVED);
    Application done = desk.move(GXCA, receipt, issued(unit, person), now);
    assertThat(done.certificates()).containsExactly(unit, person);
    assertThat(done.steps()).hasSize(4);
    refuses(Kind.ILLEGAL_MOVE, () -> desk.move(GXCA, receipt, to("ACCEPTED"), now));
    assertThat(count("event where type = 'APPLICATION_ISSUED' and subject = '" + receipt + "'"))
        .isEqualTo(1);
  }

  @Test
  void applicant_corrects_and_hands_in_again_and_the_listing_shows_it_again() {
    Pass pass = submitted();
    Application first = applications.read(pass, now);
    refuses(Kind.ILLEGAL_MOVE, () -> applications.correct(pass, form("91450100MA5DEM13CX"), now));
    desk.move(
        GXCA,
        first.receipt(),
        new Order(ApplicationState.NEEDS_CORRECTION, "营业执照不清晰", List.of(), null),
        now);
    refuses(Kind.FORM_UNFIT, () -> applications.correct(pass, form("91450100MA5DEM13CY"), now));
    applications.correct(pass, form("91450100MA5DEM13CX"), now);
    applications.submit(pass, now);
    assertThat(desk.after(GXCA, ApplicationState.SUBMITTED, first.cursor(), 500))
        .anyMatch(a -> a.receipt().equals(first.receipt()));
    applications.withdraw(pass, now);
    assertThat(desk.read(GXCA, first.receipt()).state()).isEqualTo(ApplicationState.WITHDRAWN);
  }

  @Test
  void code_opens_once_within_ten_minutes_and_dies_at_the_fifth_failure() throws Exception {
    String receipt = applications.read(submitted(), now).receipt();
    String code = code(receipt, now);
    assertThat(codes.open(receipt, wrong(code), now)).isEmpty();
    assertThat(codes.open("20200101-AAAA-AAAA-AAAA", code, now)).isEmpty();
    Pass pass = codes.open(receipt, code, now).orElseThrow();
    assertThat(applications.read(pass, now).receipt()).isEqualTo(receipt);
    assertThat(codes.open(receipt, code, now)).as("used").isEmpty();
    String late = code(receipt, now.plusSeconds(1));
    assertThat(codes.open(receipt, late, now.plusSeconds(602))).as("expired").isEmpty();
    String guessed = code(receipt, now.plusSeconds(2));
    for (int i = 0; i < 5; i++) {
      assertThat(codes.open(receipt, wrong(guessed), now.plusSeconds(3))).isEmpty();
    }
    assertThat(codes.open(receipt, guessed, now.plusSeconds(4))).as("guessed at").isEmpty();
  }

  @Test
  void only_four_codes_an_hour_are_sent_and_none_for_a_number_that_nobody_has() throws Exception {
    String receipt = applications.read(submitted(), now).receipt();
    for (int i = 0; i < 6; i++) {
      codes.send(receipt, Channel.EMAIL, now.plusSeconds(i));
    }
    assertThat(
            count(
                "follow_code c join application a on a.id = c.application where a.receipt = '"
                    + receipt
                    + "'"))
        .isEqualTo(4);
    delivery.turn(now.plusSeconds(7));
    long before = sent();
    codes.send("20200101-AAAA-AAAA-AAAA", Channel.EMAIL, now);
    delivery.turn(now.plusSeconds(8));
    assertThat(sent()).isEqualTo(before);
  }

  @Test
  void address_that_uses_the_pages_too_often_is_turned_away_for_an_hour() {
    for (int i = 0; i < 10; i++) {
      limits.count(Use.CODE, "198.51.100.7", now);
    }
    refuses(Kind.TOO_MANY_REQUESTS, () -> limits.count(Use.CODE, "198.51.100.7", now));
    limits.count(Use.CODE, "198.51.100.8", now);
    limits.count(Use.CODE, "198.51.100.7", now.plusSeconds(3_601));
  }

  @Test
  void everything_is_deleted_when_its_time_is_over() throws Exception {
    Pass draft = draft();
    String forgotten = applications.read(draft, now).receipt();
    String waiting = applications.read(submitted(), now).receipt();
    desk.move(
        GXCA, waiting, new Order(ApplicationState.NEEDS_CORRECTION, "补正", List.of(), null), now);
    Pass ended = submitted();
    String receipt = applications.read(ended, now).receipt();
    applications.withdraw(ended, now);
    retention.sweep(now.plus(DAY.multipliedBy(2)));
    assertThat(count("application where receipt = '" + forgotten + "'")).isZero();
    assertThat(desk.read(GXCA, receipt).materials()).hasSize(1);
    retention.sweep(now.plus(DAY.multipliedBy(31)));
    assertThat(desk.read(GXCA, receipt).materials()).isEmpty();
    retention.sweep(now.plus(DAY.multipliedBy(61)));
    assertThat(desk.read(GXCA, waiting).state()).isEqualTo(ApplicationState.WITHDRAWN);
    retention.sweep(now.plus(DAY.multipliedBy(366)));
    refuses(Kind.APPLICATION_UNKNOWN, () -> desk.read(GXCA, receipt));
    assertThat(
            count(
                "audit_entry where action = 'APPLICATION_DELETED' and subject = '" + receipt + "'"))
        .isEqualTo(1);
  }

  private Pass submitted() {
    Pass pass = draft();
    applications.addMaterial(pass, "licence.pdf", PDF, now);
    applications.submit(pass, now);
    return pass;
  }

  private Pass draft() {
    String offer =
        applications.offers(ApplicationKind.SET, now).stream()
            .filter(o -> o.tenant().equals("gxca"))
            .map(Offer::key)
            .findFirst()
            .orElseThrow();
    return applications.draft(ApplicationKind.SET, offer, form("91450100MA5DEM13CX"), now);
  }

  private static ApplicationForm form(String uscc) {
    return new ApplicationForm(
        "广西演示建设有限公司", uscc, "演示甲", "经办人", "13800138000", "someone@applicant.example", "", "");
  }

  private static Order to(String state) {
    return new Order(ApplicationState.valueOf(state), "", List.of(), null);
  }

  private static Order issued(String... certificates) {
    return new Order(ApplicationState.ISSUED, "", List.of(certificates), null);
  }

  private static CaClient client(String tenant) {
    return new CaClient(tenant, tenant + "-test", EnumSet.allOf(Scope.class));
  }

  private static void refuses(Kind kind, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ApplicationRefused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  /** Has a code sent and reads it in the outbox. */
  private String code(String receipt, Instant at) throws IOException {
    codes.send(receipt, Channel.PHONE, at);
    delivery.turn(at);
    Pattern text = Pattern.compile("验证码 (\\d{6}) .*" + receipt, Pattern.DOTALL);
    try (Stream<Path> files = Files.list(Path.of(data, "demo", "outbox"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(ApplicationRoomsIT::read)
          .map(text::matcher)
          .filter(Matcher::find)
          .reduce((earlier, later) -> later)
          .orElseThrow()
          .group(1);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("，", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long sent() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(data, "demo", "outbox"))) {
      return files.count();
    }
  }

  private String certificate(String tenant, String holder) throws Exception {
    byte[] pem = Files.readAllBytes(Path.of(data, "demo", tenant, holder + "-sign.pem"));
    byte[] der =
        Base64.getMimeDecoder()
            .decode(new String(pem, US_ASCII).replaceAll("-----[A-Z ]+-----", ""));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
  }

  private long count(String rows) throws SQLException {
    return Long.parseLong(text("select count(*) from " + rows));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      assertThat(rows.next()).as(sql).isTrue();
      return rows.getString(1);
    }
  }
}
