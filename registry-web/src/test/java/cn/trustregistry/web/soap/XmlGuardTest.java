package cn.trustregistry.web.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class XmlGuardTest {
  private static final String TOKEN =
      "<w:UsernameToken><w:Username>u</w:Username><w:Password"
          + " Type=\"t\">p&amp;<![CDATA[q]]></w:Password></w:UsernameToken>";
  private static final String HEADER =
      "<S:Header><w:Security S:mustUnderstand=\"1\">" + TOKEN + "</w:Security></S:Header>";
  private static final String BODY = "<S:Body><v:Op><v:item/><v:item/><v:x/></v:Op></S:Body>";

  private static final ContractSchema SCHEMA =
      new ContractSchema(
          Objects.requireNonNull(XmlGuard.class.getResource("/wsdl/validation-v1.xsd")));

  private final XmlGuard guard = new XmlGuard();

  private static byte[] envelope(String content) {
    return ("<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/' xmlns:v='urn:v'"
            + " xmlns:w='"
            + SecurityHeader.WSSE
            + "'>"
            + content
            + "</S:Envelope>")
        .getBytes(UTF_8);
  }

  private void assertRefused(String content, String code) {
    assertThatThrownBy(() -> guard.check(envelope(content), SCHEMA))
        .isInstanceOf(MessageRefused.class)
        .hasMessage(code);
  }

  @Test
  void good_message_tells_version_operation_items_and_token() throws MessageRefused {
    SoapMessage message = guard.check(envelope(HEADER + BODY), SCHEMA);
    assertThat(message.version()).isEqualTo(SoapVersion.V11);
    assertThat(message.action()).isEqualTo("urn:v:Op");
    assertThat(message.items()).isEqualTo(2);
    UsernameToken token = Objects.requireNonNull(message.token());
    assertThat(token.username()).isEqualTo("u");
    assertThat(token.password()).isEqualTo("p&q");
    assertThat(token.passwordType()).isEqualTo("t");
    assertThat(token).hasToString("UsernameToken[u]");
  }

  @Test
  void message_without_header_has_no_token() throws MessageRefused {
    SoapMessage message = guard.check(envelope("<S:Body><v:Op/></S:Body>"), SCHEMA);
    assertThat(message.token()).isNull();
    assertThat(message.secured()).isFalse();
    assertThat(message.items()).isEqualTo(1);
  }

  @Test
  void envelope_of_another_shape_is_refused() {
    assertRefused("", "NOT_SOAP");
    assertRefused(BODY + HEADER, "NOT_SOAP");
    assertRefused(BODY + BODY, "NOT_SOAP");
    assertRefused("<S:Body/>", "NOT_SOAP");
    assertRefused("<v:Body><v:Op/></v:Body>", "NOT_SOAP");
  }

  @Test
  void token_anywhere_but_in_its_place_is_refused() {
    assertRefused("<S:Header>" + TOKEN + "</S:Header>" + BODY, "SECURITY_HEADER_MISPLACED");
    assertRefused(
        "<S:Header><v:a><w:Security>" + TOKEN + "</w:Security></v:a></S:Header>" + BODY,
        "SECURITY_HEADER_MISPLACED");
    assertRefused(
        "<S:Body><v:Op><v:a>" + TOKEN + "</v:a></v:Op></S:Body>", "SECURITY_HEADER_MISPLACED");
    assertRefused("<S:Body><w:Security/></S:Body>", "SECURITY_HEADER_MISPLACED");
    assertRefused(HEADER.replace(TOKEN, TOKEN + TOKEN) + BODY, "SECURITY_HEADER_MISPLACED");
  }

  @Test
  void part_of_a_token_that_is_repeated_nested_or_unknown_is_refused() {
    String name = "<w:Username>u</w:Username>";
    assertRefused(HEADER.replace(name, name + name) + BODY, "SECURITY_TOKEN_REFUSED");
    assertRefused(
        HEADER.replace(name, "<w:Username>a<v:b/>c</w:Username>") + BODY, "SECURITY_TOKEN_REFUSED");
    assertRefused(
        HEADER.replace(name, name + "<w:Salt>x</w:Salt>") + BODY, "SECURITY_TOKEN_REFUSED");
    assertRefused(HEADER.replace(name, "") + BODY, "SECURITY_TOKEN_REFUSED");
  }

  @Test
  void entity_that_was_never_declared_is_refused() {
    assertRefused("<S:Body><v:Op>&x;</v:Op></S:Body>", "MALFORMED_XML");
    assertRefused("<S:Body><v:Op a='&x;'/></S:Body>", "MALFORMED_XML");
  }

  @Test
  void identifier_that_occurs_twice_is_refused_wherever_it_is() {
    assertRefused(
        "<S:Header><v:a Id='1'/></S:Header><S:Body><v:Op Id='1'/></S:Body>", "REPEATED_ID");
  }

  @Test
  void stripped_message_keeps_everything_but_the_security_header() throws MessageRefused {
    byte[] stripped =
        new SecurityStripper()
            .strip(envelope(HEADER.replace("</S:Header>", "<v:h>ü&lt;</v:h></S:Header>") + BODY));
    assertThat(new String(stripped, UTF_8))
        .contains("<v:h>ü&lt;</v:h>", "<v:Op>")
        .doesNotContain("Username", "Security>");
    assertThat(guard.check(stripped, SCHEMA).action()).isEqualTo("urn:v:Op");
  }
}
