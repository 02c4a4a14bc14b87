package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.IssuedSecret;
import cn.trustregistry.access.Scope;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.StoredCrl;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.Recognitions;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.start.TrustLoading;
import cn.trustregistry.validation.Answer;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The rooms together, inside the server, on its database. */
@ArquillianTest
class RoomsInContainerIT {
  private static final CertificateAttributes UNIT =
      new CertificateAttributes(HolderKind.UNIT, Medium.USB_KEY, Profile.STANDARD);
  private static final CentreClient CENTRE = new CentreClient("450100", "test");

  @Inject Authorities authorities;
  @Inject AuditTrail audit;
  @Inject Credentials credentials;
  @Inject Crls crls;
  @Inject Publications publications;
  @Inject Recognitions recognitions;
  @Inject TrustLoading loading;
  @Inject Validations validations;

  @Resource(lookup = "java:app/jdbc/registry")
  DataSource database;

  @Test
  void issuer_counts_for_nothing_before_two_different_admins_approved_it() throws Exception {
    Instant now = now();
    TestCompany company = TestCompany.named("dual", TestKey.Kind.P256);
    company.register(authorities, now);
    String anchor = company.root().certificate().sha256();
    company.propose(authorities, Issuer.Kind.ANCHOR, company.root().certificate(), now);
    assertThat(codes(ask(holder(company), now))).contains("ISSUER_UNKNOWN");
    authorities.approve(anchor, "admin-1", now);
    assertThatThrownBy(() -> authorities.approve(anchor, "admin-1", now))
        .hasMessageContaining("another admin");
    assertThat(authorities.admittedIssuers("dual")).isEmpty();
    authorities.approve(anchor, "admin-2", now);
    assertThat(authorities.admittedIssuers("dual")).hasSize(1);
    assertThatThrownBy(() -> authorities.approve(anchor, "admin-3", now))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void certificate_without_crl_is_indeterminate_with_one_valid_and_with_a_stale_one_indeterminate()
      throws Exception {
    TestCompany company = admitted("crlless", TestKey.Kind.SM2);
    TestPki.Issued holder = holder(company);
    publications.publishCertificate(company.client(), holder.certificate().der(), UNIT, now());
    Answer without = ask(holder, now());
    assertThat(without.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(codes(without)).contains("CRL_MISSING");
    Instant soon = now().plus(Duration.ofMinutes(3));
    publish(company, company.root().crl(1).from(now().minusSeconds(60)).to(soon));
    publish(company, company.issuing().crl(1).from(now().minusSeconds(60)).to(soon));
    assertThat(ask(holder, now()).verdict()).isEqualTo(Verdict.VALID);
    Answer later = ask(holder, now().plus(Duration.ofMinutes(4)));
    assertThat(later.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(codes(later)).contains("CRL_STALE");
  }

  @Test
  void entry_of_a_crl_revokes_and_a_restart_still_knows_it() throws Exception {
    TestCompany company = admitted("revoker", TestKey.Kind.RSA);
    TestPki.Issued holder = holder(company);
    publications.publishCertificate(company.client(), holder.certificate().der(), UNIT, now());
    publish(company, company.root().crl(1).from(now().minusSeconds(60)).to(inADay()));
    publish(
        company,
        company
            .issuing()
            .crl(1)
            .from(now().minusSeconds(60))
            .to(inADay())
            .revoke(holder.certificate().serial(), now().minusSeconds(120), 1));
    assertThat(codes(ask(holder, now()))).containsExactly("CERTIFICATE_REVOKED");
    loading.load();
    assertThat(codes(ask(holder, now()))).containsExactly("CERTIFICATE_REVOKED");
  }

  @Test
  void crl_number_may_not_fall_and_a_refused_crl_leaves_nothing_behind() throws Exception {
    TestCompany company = admitted("numbers", TestKey.Kind.P256);
    publish(company, company.root().crl(7).from(now().minusSeconds(60)).to(inADay()));
    long before = count("crl");
    long entries = count("audit_entry");
    byte[] older = company.root().crl(6).from(now().minusSeconds(30)).to(inADay()).encode();
    assertThatThrownBy(() -> crls.publish(company.client(), older, now()))
        .isInstanceOf(PublicationRefused.class)
        .hasMessageContaining("CRL_NUMBER_FELL");
    byte[] future =
        company.root().crl(8).from(now().plus(Duration.ofHours(1))).to(inADay()).encode();
    assertThatThrownBy(() -> crls.publish(company.client(), future, now()))
        .hasMessageContaining("CRL_NOT_YET_VALID");
    assertThat(count("crl")).isEqualTo(before);
    assertThat(count("audit_entry")).isEqualTo(entries);
  }

  @Test
  void refused_certificate_leaves_nothing_behind() throws Exception {
    TestCompany company = admitted("refused", TestKey.Kind.P256);
    TestCompany other = admitted("other", TestKey.Kind.P256);
    long before = count("certificate");
    assertThatThrownBy(
            () ->
                publications.publishCertificate(
                    company.client(), holder(other).certificate().der(), UNIT, now()))
        .isInstanceOf(PublicationRefused.class);
    assertThat(count("certificate")).isEqualTo(before);
  }

  @Test
  void client_without_the_scope_may_not_publish() {
    TestCompany company = admitted("scopes", TestKey.Kind.P256);
    byte[] der = holder(company).certificate().der();
    assertThatThrownBy(
            () -> publications.publishCertificate(company.client(Scope.READ), der, UNIT, now()))
        .hasMessageContaining("PUBLISH");
    assertThatThrownBy(() -> crls.publish(company.client(Scope.PUBLISH), new byte[0], now()))
        .hasMessageContaining("REVOKE");
  }

  @Test
  void answer_is_in_the_database_when_it_is_given() throws Exception {
    TestCompany company = admitted("recorded", TestKey.Kind.P256);
    TestPki.Issued holder = holder(company);
    Validations.Recorded recorded = validations.validate(CENTRE, request(holder, now()), now());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select v.verdict, v.answer, v.centre, p.der from verdict v"
                    + " join presented_certificate p on p.sha256 = v.certificate"
                    + " where v.id = '"
                    + recorded.id()
                    + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("INDETERMINATE");
      assertThat(row.getString(2)).contains("CERTIFICATE_NOT_PUBLISHED", "CRL_MISSING");
      assertThat(row.getString(3)).isEqualTo("450100");
      assertThat(row.getBytes(4)).isEqualTo(holder.certificate().der());
    }
  }

  @Test
  void same_question_known_at_the_same_time_has_the_same_answer_after_a_revocation()
      throws Exception {
    TestCompany company = admitted("history", TestKey.Kind.P256);
    TestPki.Issued holder = holder(company);
    publications.publishCertificate(company.client(), holder.certificate().der(), UNIT, now());
    publish(company, company.root().crl(1).from(now().minusSeconds(60)).to(inADay()));
    publish(company, company.issuing().crl(1).from(now().minusSeconds(60)).to(inADay()));
    Instant then = now();
    assertThat(ask(holder, then).verdict()).isEqualTo(Verdict.VALID);
    publish(
        company,
        company
            .issuing()
            .crl(2)
            .from(now().minusSeconds(10))
            .to(inADay())
            .revoke(holder.certificate().serial(), now().minusSeconds(60), 4));
    assertThat(ask(holder, now()).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(ask(holder, then).verdict()).isEqualTo(Verdict.VALID);
    loading.load();
    assertThat(ask(holder, then).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void rule_book_needs_two_people() {
    assertThatThrownBy(() -> recognitions.publish(List.of(), "admin-1", "admin-1", "", now()))
        .hasMessageContaining("two different approvers");
  }

  @Test
  void secret_is_checked_and_only_its_hash_is_stored() throws Exception {
    IssuedSecret issued =
        credentials.issueToCaCompany("gxca", "extra-client", Set.of(Scope.READ), "test", now());
    assertThat(credentials.authenticate("extra-client", issued.secret(), now())).isPresent();
    assertThat(credentials.authenticate("extra-client", "guess", now())).isEmpty();
    assertThat(credentials.authenticate("nobody", issued.secret(), now())).isEmpty();
    assertThat(issued.toString()).doesNotContain(issued.secret());
    assertThat(count("client_proof where value = '" + issued.secret() + "'")).isZero();
  }

  @Test
  void audit_chain_holds_and_an_altered_entry_is_found() throws Exception {
    assertThat(audit.firstBrokenEntry()).isNull();
    long altered = count("audit_entry") / 2;
    update("update audit_entry set actor = concat(actor, 'x') where seq = " + altered);
    assertThat(audit.firstBrokenEntry()).isEqualTo(altered);
    update("update audit_entry set actor = left(actor, length(actor) - 1) where seq = " + altered);
    assertThat(audit.firstBrokenEntry()).isNull();
  }

  private TestCompany admitted(String code, TestKey.Kind kind) {
    TestCompany company = TestCompany.named(code, kind);
    company.register(authorities, now());
    company.admit(authorities, now());
    return company;
  }

  private static TestPki.Issued holder(TestCompany company) {
    return company
        .issuing()
        .issue(
            "C=CN,CN=holder of " + company.code(),
            spec -> spec.keyUsage(KeyUsage.digitalSignature));
  }

  private StoredCrl publish(TestCompany company, TestPki.CrlSpec crl) {
    return crls.publish(company.client(), crl.encode(), now());
  }

  private Answer ask(TestPki.Issued holder, Instant at) throws Exception {
    return validations.validate(CENTRE, request(holder, at), now()).answer();
  }

  private static ValidationRequest request(TestPki.Issued holder, Instant at) {
    return new ValidationRequest(
        holder.certificate(),
        List.of(),
        at,
        at,
        CategoryRef.parse("GGZY:1:0101"),
        Stage.LOGIN,
        null);
  }

  private static List<String> codes(Answer answer) {
    return answer.reasons().stream().map(Reason::code).toList();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant inADay() {
    return now().plus(Duration.ofDays(1));
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  private void update(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
