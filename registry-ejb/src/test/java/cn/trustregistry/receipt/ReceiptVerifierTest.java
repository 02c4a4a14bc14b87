package cn.trustregistry.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.receipt.ReceiptRefused.Reason;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptVerifierTest {
  static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final String RECORD = "019aa000-0000-7000-8000-000000000001";
  private static final String ANSWER =
      """
      {"id":"019aa000-0000-7000-8000-000000000001","decidedAt":"2026-11-24T00:00:00Z",
       "at":"2026-11-23T00:00:00Z","knownAt":"2026-11-24T00:00:00Z","certificate":"ab12",
       "category":"GGZY:1:0101","stage":"LOGIN","requestDigest":"cd34","verdict":"INVALID",
       "sofCode":-3,"reasons":[{"code":"EXPIRED","effect":"INVALID","standard":"RFC 5280 6.1.3",
       "evidence":{"subject":"CN=A","notAfter":"2026-01-01","at":"2026-11-23"}}],
       "revocation":[{"certificate":"ab12","status":"REVOKED","source":"NOTICE","noticeId":"n-1",
       "receivedAt":"2026-11-22T00:00:00Z"}],
       "recognition":{"ruleBook":7,"effect":"RECOGNISED","rule":"general-login"}}
      """;

  private final ReceiptSigner signer = ReceiptSigner.generate(ReceiptAlgorithm.ES256, NOW);

  static ReceiptClaims claims() {
    return ReceiptClaims.of("https://registry.example", RECORD, "450100", ANSWER);
  }

  private static ReceiptVerifier knowing(ReceiptSigner... signers) {
    return new ReceiptVerifier(
        new ReceiptKeys(List.of(signers).stream().map(ReceiptSigner::publicKey).toList()),
        TimeStampAuthorities.NONE);
  }

  private void assertRefused(String receipt, Reason reason) {
    assertThatThrownBy(() -> knowing(signer).verify(receipt))
        .isInstanceOfSatisfying(
            ReceiptRefused.class,
            refused -> assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason));
  }

  @ParameterizedTest
  @EnumSource
  void receipt_of_every_algorithm_is_proven_by_the_published_keys_alone(ReceiptAlgorithm algorithm)
      throws Exception {
    ReceiptSigner made = ReceiptSigner.generate(algorithm, NOW);
    ReceiptSigner stored = ReceiptSigner.of(made.publicKey(), made.pkcs8());
    ReceiptKeys published = ReceiptKeys.parse(new ReceiptKeys(List.of(made.publicKey())).toJson());

    ReceiptVerifier.Proven proven =
        new ReceiptVerifier(published, TimeStampAuthorities.NONE).verify(stored.sign(claims()));

    assertThat(proven.claims().recordId()).isEqualTo(RECORD);
    assertThat(proven.claims().centre()).isEqualTo("450100");
    assertThat(proven.claims().verdict()).isEqualTo("INVALID");
    assertThat(proven.claims().requestDigest()).isEqualTo("cd34");
    assertThat(proven.claims().ruleBook()).isEqualTo("7");
    assertThat(proven.claims().revocation().get(0).facts()).containsEntry("noticeId", "n-1");
    assertThat(proven.key().kid()).isEqualTo(made.publicKey().kid());
    assertThat(proven.timeStamp()).isEmpty();
  }

  @Test
  void receipt_of_ten_years_ago_is_proven_after_many_rotations() throws Exception {
    String old = signer.sign(claims());
    ReceiptSigner[] keys = new ReceiptSigner[11];
    keys[0] = signer;
    for (int year = 1; year <= 10; year++) {
      ReceiptAlgorithm algorithm = ReceiptAlgorithm.values()[year % 2 == 0 ? 0 : 2];
      keys[year] = ReceiptSigner.generate(algorithm, NOW.plusSeconds(year * 31_536_000L));
    }
    assertThat(knowing(keys).verify(old).claims().decidedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource
  void every_altered_octet_is_found(ReceiptAlgorithm algorithm) {
    ReceiptSigner made = ReceiptSigner.generate(algorithm, NOW);
    String receipt = made.sign(claims());
    for (int i = receipt.indexOf('.') + 1; i < receipt.length(); i += 7) {
      char was = receipt.charAt(i);
      String altered =
          receipt.substring(0, i) + (was == 'A' ? 'B' : 'A') + receipt.substring(i + 1);
      if (was != '.' && !sameOctets(receipt, altered)) {
        assertThatThrownBy(() -> knowing(made).verify(altered)).isInstanceOf(ReceiptRefused.class);
      }
    }
  }

  /** The last character of a part has bits that stand for nothing. */
  private static boolean sameOctets(String one, String other) {
    return new Base64URL(one.substring(one.lastIndexOf('.') + 1))
            .decodeToString()
            .equals(new Base64URL(other.substring(other.lastIndexOf('.') + 1)).decodeToString())
        && one.substring(0, one.lastIndexOf('.'))
            .equals(other.substring(0, other.lastIndexOf('.')));
  }

  @Test
  void verdict_turned_to_valid_is_found() {
    String[] parts = signer.sign(claims()).split("\\.");
    String forged = new Base64URL(parts[1]).decodeToString().replace("INVALID", "VALID");
    assertRefused(
        parts[0] + "." + Base64URL.encode(forged) + "." + parts[2], Reason.SIGNATURE_WRONG);
  }

  @Test
  void receipt_of_another_registry_s_key_is_unknown() {
    ReceiptSigner stranger = ReceiptSigner.generate(ReceiptAlgorithm.ES256, NOW);
    assertRefused(stranger.sign(claims()), Reason.KEY_UNKNOWN);
  }

  @Test
  void stranger_s_signature_under_our_key_s_name_is_wrong() throws Exception {
    ReceiptSigner stranger = ReceiptSigner.generate(ReceiptAlgorithm.ES256, NOW);
    ReceiptSigner masked =
        ReceiptSigner.of(
            new ReceiptKey(
                signer.publicKey().kid(), ReceiptAlgorithm.ES256, stranger.publicKey().key(), NOW),
            stranger.pkcs8());
    assertRefused(masked.sign(claims()), Reason.SIGNATURE_WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "HS256", "ES384", "PS256", "", "EdDSA"})
  void algorithm_that_receipts_are_not_signed_with_is_refused(String algorithm) {
    String header =
        "{\"alg\":\"%s\",\"typ\":\"receipt+jwt\",\"kid\":\"%s\"}"
            .formatted(algorithm, signer.publicKey().kid());
    String[] parts = signer.sign(claims()).split("\\.");
    for (String signature : new String[] {"", parts[2]}) {
      assertRefused(
          Base64URL.encode(header) + "." + parts[1] + "." + signature, Reason.ALGORITHM_REFUSED);
    }
  }

  @Test
  void public_key_taken_for_a_shared_secret_is_refused() throws Exception {
    JWSObject mac =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(SignedReceipt.TYPE)
                .keyID(signer.publicKey().kid())
                .build(),
            new Payload(claims().members()));
    mac.sign(new MACSigner(signer.publicKey().key().getEncoded()));
    assertRefused(mac.serialize(), Reason.ALGORITHM_REFUSED);
  }

  @Test
  void key_is_used_with_its_own_algorithm_only() {
    String header =
        "{\"alg\":\"RS256\",\"typ\":\"receipt+jwt\",\"kid\":\"%s\"}"
            .formatted(signer.publicKey().kid());
    String[] parts = signer.sign(claims()).split("\\.");
    assertRefused(Base64URL.encode(header) + "." + parts[1] + "." + parts[2], Reason.KEY_CONFUSED);
  }

  @Test
  void key_that_the_receipt_brings_along_is_refused() throws Exception {
    ReceiptSigner stranger = ReceiptSigner.generate(ReceiptAlgorithm.ES256, NOW);
    JWSObject own =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(SignedReceipt.TYPE)
                .jwk(JWK.parse(stranger.publicKey().jwk()))
                .build(),
            new Payload(claims().members()));
    own.sign(ReceiptAlgorithm.ES256.signer(ReceiptAlgorithm.ES256.privateKey(stranger.pkcs8())));
    assertRefused(own.serialize(), Reason.HEADER_REFUSED);
  }

  @Test
  void other_texts_of_the_same_key_are_no_receipts() throws Exception {
    assertRefused(signed(new JOSEObjectType("at+jwt"), "{}"), Reason.HEADER_REFUSED);
    assertRefused(signed(SignedReceipt.TYPE, "{}"), Reason.CLAIMS_MISSING);
    assertRefused(signed(SignedReceipt.TYPE, "not json"), Reason.CLAIMS_MISSING);
    String later =
        JSONObjectUtils.toJSONString(claims().members()).replace("\"ver\":1", "\"ver\":2");
    assertRefused(signed(SignedReceipt.TYPE, later), Reason.CLAIMS_MISSING);
  }

  private String signed(JOSEObjectType type, String payload) throws Exception {
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(signer.publicKey().kid())
                .build(),
            new Payload(payload));
    jws.sign(ReceiptAlgorithm.ES256.signer(ReceiptAlgorithm.ES256.privateKey(signer.pkcs8())));
    return jws.serialize();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "receipt",
        "a.b.c",
        "..",
        "{}",
        "{",
        "[]",
        "{\"payload\":1}",
        "{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"\",\"more\":1}",
        "eyJhbGciOiJFUzI1NiJ9.e30",
        "eyJhbGciOiJFUzI1NiJ9.e30.x.y"
      })
  void nonsense_is_no_receipt(String text) {
    assertThatThrownBy(() -> knowing(signer).verify(text)).isInstanceOf(ReceiptRefused.class);
  }

  @Test
  void text_that_is_too_long_is_not_even_read() {
    assertRefused("x".repeat(SignedReceipt.MAX_LENGTH + 1), Reason.MALFORMED);
  }

  @Test
  void flattened_text_with_headers_of_its_own_is_refused() throws Exception {
    String[] parts = signer.sign(claims()).split("\\.");
    String flattened =
        JSONObjectUtils.toJSONString(
            Map.of(
                "protected", parts[0],
                "payload", parts[1],
                "signature", parts[2],
                "header", Map.of("kid", "other")));
    assertRefused(flattened, Reason.HEADER_REFUSED);
  }

  @Test
  void key_set_with_a_private_key_a_wrong_name_or_a_point_off_the_curve_is_unreadable() {
    String set = new ReceiptKeys(List.of(signer.publicKey())).toJson();
    String sm2 =
        new ReceiptKeys(List.of(ReceiptSigner.generate(ReceiptAlgorithm.SM2_SM3, NOW).publicKey()))
            .toJson();
    for (String broken :
        new String[] {
          set.replace("\"kid\":\"", "\"kid\":\"x"),
          set.replace("\"kty\"", "\"d\":\"AA\",\"kty\""),
          sm2.replaceFirst("\"x\":\"...", "\"x\":\"AAA"),
          "{\"keys\":1}",
          "{}",
          "nonsense"
        }) {
      assertThatThrownBy(() -> ReceiptKeys.parse(broken))
          .as(broken)
          .isInstanceOfSatisfying(
              ReceiptRefused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.KEYS_UNREADABLE));
    }
  }

  @Test
  void words_of_both_languages_name_verdict_reason_evidence_and_rule() throws Exception {
    ReceiptVerifier.Proven proven = knowing(signer).verify(signer.sign(claims()));
    assertThat(String.join("\n", ReceiptWords.ENGLISH.of(proven)))
        .contains("INVALID", "EXPIRED", "CN=A expired", "n-1", "general-login", "No time-stamp");
    assertThat(String.join("\n", ReceiptWords.CHINESE.of(proven)))
        .contains("回执真实", "无效", "EXPIRED", "n-1", "无时间戳");
  }

  @Test
  void receipt_on_a_screen_is_told_in_the_time_of_china() throws Exception {
    ReceiptVerifier.Proven proven = knowing(signer).verify(signer.sign(claims()));
    assertThat(ReceiptWords.onScreen(true).of(proven))
        .anyMatch(line -> line.contains("北京时间"))
        .noneMatch(line -> line.matches(".*\\dT\\d\\d:.*Z.*"));
    assertThat(ReceiptWords.onScreen(false).of(proven))
        .anyMatch(line -> line.contains("China Standard Time"))
        .noneMatch(line -> line.matches(".*\\dT\\d\\d:.*Z.*"));
    assertThat(String.join("\n", ReceiptWords.CHINESE.of(proven))).doesNotContain("北京时间");
  }

  @ParameterizedTest
  @EnumSource
  void every_refusal_has_words(Reason reason) {
    ReceiptRefused refused = new ReceiptRefused(reason, "xyz");
    assertThat(ReceiptWords.ENGLISH.of(refused)).contains("xyz");
    assertThat(ReceiptWords.CHINESE.of(refused)).contains("xyz");
    assertThat(ReceiptWords.CHINESE.of(refused).getBytes(UTF_8).length).isPositive();
  }
}
