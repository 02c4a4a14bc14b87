package cn.trustregistry.web.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadCheckTest {
  private static final ContractSchema SCHEMA =
      new ContractSchema(
          Objects.requireNonNull(XmlGuard.class.getResource("/wsdl/validation-v1.xsd")));
  private static final String QUESTION =
      "<v:certificate>MAA=</v:certificate><v:category>0101</v:category><v:stage>LOGIN</v:stage>";

  private final XmlGuard guard = new XmlGuard();

  private @Nullable MessageRefused flaw(String payload) {
    String message =
        "<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'"
            + " xmlns:v='urn:trustregistry:validation:v1'><S:Header><x><value>%</value></x>"
            + "</S:Header><S:Body>"
            + payload
            + "</S:Body></S:Envelope>";
    try {
      return guard.check(message.getBytes(UTF_8), SCHEMA).flaw();
    } catch (MessageRefused e) {
      throw new AssertionError(e);
    }
  }

  private @Nullable MessageRefused flawOfQuestion(String content) {
    return flaw("<v:ValidateCertificate>" + content + "</v:ValidateCertificate>");
  }

  @Test
  void payload_by_the_schema_has_no_flaw() {
    assertThat(flawOfQuestion(QUESTION)).isNull();
    assertThat(flawOfQuestion(QUESTION.replace("MAA=", "\n MA\r\n A=\t "))).isNull();
    assertThat(flawOfQuestion(QUESTION.replace("LOGIN", " LOGIN "))).isNull();
    assertThat(flawOfQuestion(QUESTION.replace("MAA=", "<![CDATA[MA]]>A&#x3D;"))).isNull();
    assertThat(flaw("<v:Ping/>")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "MAA=, %%%, certificate",
        "MAA=, MAA, certificate",
        "MAA=, MA=A, certificate",
        "MAA=, M===, certificate",
        "MAA=, MAA=<x/>, x",
        "LOGIN, TEA, stage",
        "LOGIN, '', stage",
        "<v:stage>LOGIN</v:stage>, '', ValidateCertificate",
        "<v:category>, <v:wrong/><v:category>, wrong",
        "<v:category>, text<v:category>, ValidateCertificate",
        "<v:category>, <v:at>yesterday</v:at><v:category>, at",
        "<v:category>, <v:category colour='1'>, colour",
        "</v:stage>, </v:stage><v:withReceipt>maybe</v:withReceipt>, withReceipt",
        "</v:stage>, </v:stage><v:stage>LOGIN</v:stage>, stage",
      })
  void first_flaw_names_the_element(String part, String instead, String field) {
    MessageRefused flaw = flawOfQuestion(QUESTION.replace(part, instead));
    assertThat(Objects.requireNonNull(flaw).code()).isEqualTo("SCHEMA");
    assertThat(flaw.field()).isEqualTo(field);
    assertThat(String.valueOf(flaw.details()[0])).hasSizeLessThan(500).contains(field);
  }

  @Test
  void payload_of_another_contract_is_a_flaw() {
    assertThat(flaw("<Nonsense xmlns='urn:x'/>")).isNotNull();
  }

  @Test
  void batch_of_a_thousand_passes_and_one_more_does_not() {
    String item = "<v:item>" + QUESTION + "</v:item>";
    String most = "<v:ValidateCertificates>" + item.repeat(1_000);
    assertThat(flaw(most + "</v:ValidateCertificates>")).isNull();
    MessageRefused flaw = flaw(most + item + "</v:ValidateCertificates>");
    assertThat(Objects.requireNonNull(flaw).field()).isEqualTo("item");
  }

  @Test
  void many_threads_share_one_schema() {
    assertThat(
            IntStream.range(0, 400)
                .parallel()
                .filter(
                    i ->
                        (flawOfQuestion(QUESTION.replace("LOGIN", i % 2 == 0 ? "LOGIN" : "TEA"))
                                == null)
                            == (i % 2 == 0))
                .count())
        .isEqualTo(400);
  }

  @Test
  void elements_of_base_64_are_those_the_schema_calls_so() {
    assertThat(SCHEMA.octets())
        .containsExactlyInAnyOrder("certificate", "value", "userId", "data", "digest", "toSign");
  }
}
