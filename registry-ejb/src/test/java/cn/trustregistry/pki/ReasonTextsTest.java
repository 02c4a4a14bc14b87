package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.crl.CrlRefusal;
import cn.trustregistry.pki.crl.CrlWarning;
import cn.trustregistry.pki.path.PathCause;
import cn.trustregistry.pki.revocation.OcspRefusal;
import cn.trustregistry.pki.revocation.RevocationCause;
import cn.trustregistry.pki.signature.SignatureCause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  private record Sample(String code, Map<String, String> evidence) implements Reason {
    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public String standard() {
      return "";
    }
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "cn.trustregistry.pki.reasons",
        Locale.forLanguageTag(language),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** Codes of all families of the engine. */
  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (Enum<?>[] family :
        List.<Enum<?>[]>of(
            PathCause.values(),
            RevocationCause.Kind.values(),
            OcspRefusal.Kind.values(),
            CrlRefusal.Kind.values(),
            CrlWarning.Kind.values(),
            SignatureCause.values())) {
      for (Enum<?> code : family) {
        assertThat(codes.add(code.name())).as("%s is unique", code).isTrue();
      }
    }
    return codes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void every_reason_has_a_text_and_every_text_a_reason(String language) {
    assertThat(new TreeSet<>(bundle(language).keySet())).isEqualTo(codes());
  }

  @Test
  void both_languages_tell_the_same_evidence() {
    for (String code : codes()) {
      assertThat(places(bundle("zh-CN").getString(code)))
          .as(code)
          .isEqualTo(places(bundle("en").getString(code)))
          .isNotEmpty();
    }
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void evidence_is_filled_in_as_it_is() {
    Reason reason =
        new Sample("ISSUER_UNKNOWN", Map.of("issuer", "CN=$1\\{subject}", "subject", "CN=X"));
    assertThat(ReasonTexts.in(Locale.SIMPLIFIED_CHINESE).text(reason))
        .isEqualTo("找不到签发者 CN=$1\\{subject} 的证书，CN=X 无法链接到已接纳的信任锚。");
    assertThat(ReasonTexts.in(Locale.GERMANY).text(reason))
        .startsWith("No certificate of the issuer CN=$1\\{subject} leads from CN=X");
  }

  @Test
  void missing_evidence_is_shown_as_a_dash() {
    assertThat(ReasonTexts.in(Locale.ENGLISH).text(new Sample("NOT_A_CA", Map.of())))
        .isEqualTo("- issued a certificate and is no CA.");
  }

  @Test
  void moments_are_those_of_china_on_a_screen_and_utc_for_machines() {
    Reason reason =
        new Sample(
            "EXPIRED",
            Map.of(
                "subject", "CN=2022-06-30T16:00:00Z Ltd",
                "notAfter", "2022-06-30T16:00:00Z",
                "at", "2022-07-01T00:00:00.123456Z"));
    ReasonTexts chinese = ReasonTexts.in(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.onScreen().text(reason))
        .isEqualTo(
            "CN=2022-06-30T16:00:00Z Ltd 已于 2022-07-01 00:00:00 北京时间 到期，"
                + "早于 2022-07-01 08:00:00 北京时间。");
    assertThat(ReasonTexts.in(Locale.ENGLISH).onScreen().text(reason))
        .isEqualTo(
            "CN=2022-06-30T16:00:00Z Ltd expired at 2022-07-01 00:00:00 China Standard Time,"
                + " which is before 2022-07-01 08:00:00 China Standard Time.");
    assertThat(chinese.text(reason)).contains("已于 2022-06-30T16:00:00Z 到期");
  }
}
