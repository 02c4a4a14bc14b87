package cn.trustregistry.application;

import static cn.trustregistry.application.ApplicationState.ACCEPTED;
import static cn.trustregistry.application.ApplicationState.APPROVED;
import static cn.trustregistry.application.ApplicationState.ISSUED;
import static cn.trustregistry.application.ApplicationState.NEEDS_CORRECTION;
import static cn.trustregistry.application.ApplicationState.REFUSED;
import static cn.trustregistry.application.ApplicationState.SUBMITTED;
import static cn.trustregistry.application.ApplicationState.WITHDRAWN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.application.ApplicationRefused.Kind;
import cn.trustregistry.application.FormCheck.Fault;
import cn.trustregistry.application.FormCheck.Field;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.trust.DirectoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationRulesTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");
  private static final String USCC = "91450100MA5DEM13CX";
  private static final List<HolderKind> SET = List.of(HolderKind.UNIT, HolderKind.LEGAL_PERSON);

  // what is offered

  @Test
  void set_is_a_unit_and_a_legal_persons_certificate_of_one_company_and_term() {
    Offer set = offers(ApplicationKind.SET, LocalDate.of(2026, 11, 24)).get(0);
    assertThat(set.itemIds()).containsExactly("unit", "legal");
    assertThat(set.feeFen()).isEqualTo(10_000 + 4_000 + 6_000 + 5_000 + 4_000 + 3_000);
    assertThat(set.key()).isEqualTo("gxca/2/unit+legal");
  }

  @Test
  void replacement_costs_the_medium_only() {
    assertThat(offers(ApplicationKind.REPLACEMENT, LocalDate.of(2026, 11, 24)))
        .allSatisfy(offer -> assertThat(offer.feeFen()).isEqualTo(4_000));
  }

  @Test
  void two_months_mobile_are_free_until_the_last_day_of_the_promotion() {
    LocalDate last = LocalDate.of(2022, 12, 31);
    assertThat(fee("promotion", last)).isZero();
    assertThat(fee("promotion", last.plusDays(1))).isEqualTo(3_000);
    Offer monthly = offer("monthly", last);
    assertThat(monthly.monthly()).isTrue();
    assertThat(monthly.feeFen()).isEqualTo(1_500);
  }

  private static long fee(String item, LocalDate day) {
    return offer(item, day).feeFen();
  }

  private static Offer offer(String item, LocalDate day) {
    return offers(ApplicationKind.MOBILE, day).stream()
        .filter(o -> o.itemIds().equals(List.of(item)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Offer> offers(ApplicationKind kind, LocalDate day) {
    List<TariffItem> items =
        List.of(
            item("unit", HolderKind.UNIT, Medium.USB_KEY, 12, 10_000, 4_000, 6_000, null, null),
            item(
                "legal",
                HolderKind.LEGAL_PERSON,
                Medium.USB_KEY,
                12,
                5_000,
                4_000,
                3_000,
                null,
                null),
            item(
                "promotion",
                HolderKind.UNIT,
                Medium.MOBILE,
                2,
                3_000,
                0,
                0,
                LocalDate.of(2022, 12, 31),
                null),
            item("monthly", HolderKind.UNIT, Medium.MOBILE, 1, 1_500, 0, 0, null, 1_500L));
    return Offer.of(kind, new Tariff("gxca", 2, AT, AT, items), day);
  }

  private static TariffItem item(
      String id,
      HolderKind kind,
      Medium medium,
      int months,
      long certificate,
      long mediumFen,
      long seal,
      @Nullable LocalDate freeUntil,
      @Nullable Long monthly) {
    return new TariffItem(
        id, kind, medium, months, certificate, mediumFen, seal, 0, freeUntil, "", "", monthly, 0);
  }

  // the form

  @Test
  void form_without_faults_passes_and_is_tidied() {
    ApplicationForm tidy =
        FormCheck.tidy(
            form(" " + USCC.toLowerCase(Locale.ROOT), "+86 138-0013 8000", "a@b.example"));
    assertThat(tidy.uscc()).isEqualTo(USCC);
    assertThat(tidy.phone()).isEqualTo("13800138000");
    assertThat(FormCheck.faults(ApplicationKind.SET, SET, tidy)).isEmpty();
  }

  @Test
  void each_field_says_its_own_fault() {
    ApplicationForm wrong =
        new ApplicationForm(
            "公司<b>", "91450100MA5DEM13CY", "", "", "12345", "a@b", "zz", "x\u202Ey");
    assertThat(FormCheck.faults(ApplicationKind.REPLACEMENT, SET, wrong))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Field.UNIT_NAME, Fault.UNFIT,
                Field.USCC, Fault.USCC_CHECK_CHARACTER,
                Field.PERSON_NAME, Fault.MISSING,
                Field.CONTACT_NAME, Fault.MISSING,
                Field.PHONE, Fault.PHONE_FORM,
                Field.EMAIL, Fault.EMAIL_FORM,
                Field.OLD_CERTIFICATE, Fault.SERIAL_FORM,
                Field.NOTE, Fault.UNFIT));
  }

  @Test
  void mail_address_that_would_carry_a_header_is_refused() {
    for (String address :
        List.of("a@b.example\r\nBcc: c@d.example", "a b@c.example", "a@b.example,c@d.example")) {
      assertThat(FormCheck.faults(ApplicationKind.SET, SET, form(USCC, "13800138000", address)))
          .containsEntry(Field.EMAIL, Fault.EMAIL_FORM);
    }
  }

  private static ApplicationForm form(String uscc, String phone, String email) {
    return new ApplicationForm("广西演示建设有限公司", uscc, "演示甲", "经办 人", phone, email, "", "");
  }

  // the states

  @Test
  void steps_are_those_of_the_table_and_no_others() {
    assertThat(SUBMITTED.next(Party.COMPANY))
        .containsExactlyInAnyOrder(ACCEPTED, NEEDS_CORRECTION, REFUSED);
    assertThat(ACCEPTED.next(Party.COMPANY))
        .containsExactlyInAnyOrder(NEEDS_CORRECTION, APPROVED, REFUSED);
    assertThat(NEEDS_CORRECTION.next(Party.COMPANY)).containsExactly(REFUSED);
    assertThat(APPROVED.next(Party.COMPANY)).containsExactlyInAnyOrder(ISSUED, REFUSED);
    assertThat(NEEDS_CORRECTION.next(Party.APPLICANT))
        .containsExactlyInAnyOrder(SUBMITTED, WITHDRAWN);
    assertThat(APPROVED.next(Party.APPLICANT)).isEmpty();
    for (ApplicationState state : ApplicationState.values()) {
      for (Party party : Party.values()) {
        assertThat(state.isEnd() && !state.next(party).isEmpty()).isFalse();
      }
    }
  }

  // the materials

  @Test
  void type_is_told_by_the_content() {
    assertThat(MaterialType.of("%PDF-1.7 x".getBytes(US_ASCII))).contains(MaterialType.PDF);
    assertThat(MaterialType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
        .contains(MaterialType.JPEG);
    assertThat(MaterialType.of("PK\u0003\u0004 %PDF-".getBytes(US_ASCII))).isEmpty();
    assertThat(MaterialType.of("<html>".getBytes(US_ASCII))).isEmpty();
    assertThat(MaterialType.of(new byte[0])).isEmpty();
    assertThat(Material.tidy("C:\\x\\..\\营业执照\r\n\".pdf")).isEqualTo("营业执照___.pdf");
  }

  // what is issued

  @Test
  void certificates_of_the_tenant_and_the_holder_end_it() {
    check(
            entry("a", "gxca", HolderKind.UNIT, USCC),
            entry("b", "gxca", HolderKind.LEGAL_PERSON, USCC))
        .judge(List.of("b", "a"), AT);
  }

  @Test
  void certificates_of_another_tenant_holder_kind_or_number_do_not() {
    DirectoryEntry unit = entry("a", "gxca", HolderKind.UNIT, USCC);
    DirectoryEntry person = entry("b", "gxca", HolderKind.LEGAL_PERSON, USCC);
    refuses(check(unit), List.of("a"), Kind.CERTIFICATES_MISSING);
    refuses(check(unit), List.of("a", "a"), Kind.CERTIFICATE_TWICE);
    refuses(
        check(unit, entry("b", "huace", HolderKind.LEGAL_PERSON, USCC)),
        List.of("a", "b"),
        Kind.CERTIFICATE_NOT_YOURS);
    refuses(check(unit), List.of("a", "b"), Kind.CERTIFICATE_NOT_YOURS);
    refuses(
        check(unit, entry("b", "gxca", HolderKind.UNIT, USCC)),
        List.of("a", "b"),
        Kind.CERTIFICATE_UNFIT);
    refuses(
        check(entry("a", "gxca", HolderKind.UNIT, "91450200MA5DEM28BT"), person),
        List.of("a", "b"),
        Kind.CERTIFICATE_OF_ANOTHER_HOLDER);
    refuses(
        check(entry("a", "gxca", HolderKind.UNIT, null), person),
        List.of("a", "b"),
        Kind.CERTIFICATE_OF_ANOTHER_HOLDER);
  }

  private static void refuses(IssuedCheck check, List<String> certificates, Kind kind) {
    assertThatThrownBy(() -> check.judge(certificates, AT))
        .isInstanceOfSatisfying(
            ApplicationRefused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }

  private static IssuedCheck check(DirectoryEntry... entries) {
    return new IssuedCheck(
        "gxca",
        SET,
        Medium.USB_KEY,
        USCC,
        sha256 -> List.of(entries).stream().filter(e -> e.sha256().equals(sha256)).findFirst());
  }

  private static DirectoryEntry entry(
      String sha256, String tenant, HolderKind kind, @Nullable String uscc) {
    return new DirectoryEntry(
        sha256,
        tenant,
        "issuer",
        kind,
        Medium.USB_KEY,
        Profile.STANDARD,
        CertificateRole.SIGNING,
        uscc,
        AT);
  }

  // passes and numbers

  @Test
  void pass_ends_after_half_an_hour() {
    Pass pass = new Pass(7, AT);
    assertThat(pass.applicationAt(AT.plus(Duration.ofMinutes(29)))).isEqualTo(7);
    assertThatThrownBy(() -> pass.applicationAt(AT.plus(Duration.ofMinutes(30))))
        .isInstanceOf(ApplicationRefused.class);
  }

  @Test
  void receipt_number_can_be_typed_from_paper() {
    String number = ReceiptNumber.at(AT);
    assertThat(number).matches("20261124(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    assertThat(ReceiptNumber.tidy("  20261124-abco-il01-xxxx "))
        .isEqualTo("20261124-ABC0-1101-XXXX");
    assertThat(Optional.of(number).map(ReceiptNumber::tidy)).contains(number);
  }

  @Test
  void addresses_of_one_network_count_together() {
    assertThat(PortalLimits.network("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(PortalLimits.network("2001:db8:1:2::1"))
        .isEqualTo(PortalLimits.network("2001:db8:1:2:3::9"));
    assertThat(PortalLimits.network("2001:db8:1:2::1"))
        .isNotEqualTo(PortalLimits.network("2001:db8:1:3::1"));
  }
}
