package cn.trustregistry.pki.name;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Extensions.NameConstraints;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.name.NameRules.Ruling;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTest {
  private static GeneralName name(String form, String text) {
    return switch (form) {
      case "dns" -> new GeneralName.Dns(text);
      case "email" -> new GeneralName.Email(text);
      case "uri" -> new GeneralName.Uri(text);
      case "ip" -> new GeneralName.IpAddress(Octets.of(HexFormat.of().parseHex(text)));
      default -> new GeneralName.Other(Integer.parseInt(form), Octets.of(new byte[] {1}));
    };
  }

  private static Ruling permitting(GeneralName base, GeneralName name) {
    return NameRules.of(new NameConstraints(List.of(base), List.of())).ruleOn(name);
  }

  private static Ruling excluding(GeneralName base, GeneralName name) {
    return NameRules.of(new NameConstraints(List.of(), List.of(base))).ruleOn(name);
  }

  /**
   * Form, base, name, and how the name lies to the subtree: in, out, over (a wildcard) or
   * undecided.
   */
  @ParameterizedTest
  @CsvSource({
    "dns, example.com, example.com, in",
    "dns, example.com, EXAMPLE.com, in",
    "dns, Example.COM, a.b.example.com, in",
    "dns, example.com, *.example.com, in",
    "dns, example.com, notexample.com, out",
    "dns, example.com, com, out",
    "dns, example.com, example.com.cn, out",
    "dns, a.example.com, example.com, out",
    "dns, a.example.com, *.example.com, over",
    "dns, b.a.example.com, *.example.com, out",
    "dns, a.example.com, *.a.example.com, in",
    "dns, xn--fiq228c.com, XN--FIQ228C.com, in",
    "dns, xn--fiq228c.com, www.xn--fiq228c.com, in",
    "dns, '', anything.at.all, in",
    "dns, .example.com, a.example.com, undecided",
    "dns, *.example.com, a.example.com, undecided",
    "dns, example.com., a.example.com, undecided",
    "dns, example.com, a.example.com., undecided",
    "dns, example.com, a..example.com, undecided",
    "dns, example.com, '', undecided",
    "dns, example.com, *, undecided",
    "dns, example.com, f*.example.com, undecided",
    "dns, example.com, a.*.example.com, undecided",
    "dns, example.com, -a.example.com, undecided",
    "dns, example.com, a-.example.com, undecided",
    "dns, example.com, a b.example.com, undecided",
    "dns, example.com, a_b.example.com, in",
    "dns, example.com, a/b.example.com, undecided",
    "dns, example.com, a:b.example.com, undecided",
    "dns, example.com, a@b.example.com, undecided",
    "dns, example.com, 'a[b.example.com', undecided",
    "dns, example.com, a`b.example.com, undecided",
    "dns, example.com, a{b.example.com, undecided",
    "dns, example.com, az-AZ09.example.com, in",
    "email, root@example.com, root@EXAMPLE.com, in",
    "email, root@example.com, Root@example.com, out",
    "email, root@example.com, toor@example.com, out",
    "email, root@example.com, root@a.example.com, out",
    "email, example.com, anyone@example.com, in",
    "email, example.com, anyone@Example.com, in",
    "email, example.com, anyone@a.example.com, out",
    "email, .example.com, anyone@a.example.com, in",
    "email, .example.com, anyone@b.a.example.com, in",
    "email, .example.com, anyone@example.com, out",
    "email, .example.com, anyone@notexample.com, out",
    "email, '', anyone@example.com, in",
    "email, example.com, \"a@b\"@example.com, in",
    "email, example.com, \" ~\"@example.com, in",
    "email, example.com, \"a\"b\"@example.com, undecided",
    "email, example.com, \"@example.com, undecided",
    "email, example.com, \"a@example.com, undecided",
    "email, example.com, a\"@example.com, undecided",
    "email, example.com, \"a\tb\"@example.com, undecided",
    "email, example.com, \"a\u007fb\"@example.com, undecided",
    "email, example.com, a@b@example.com, undecided",
    "email, example.com, \"a\\\"b\"@example.com, in",
    "email, example.com, \"a\\\"@example.com, undecided",
    "email, example.com, \"a\\\\\"@example.com, in",
    "email, example.com, \"\"@example.com, in",
    "email, foo@example.com, \"\\f\\oo\"@example.com, in",
    "email, foo@example.com, \"foo\"@example.com, in",
    "email, \"foo\"@example.com, foo@example.com, in",
    "email, foo@example.com, \"fo o\"@example.com, out",
    "email, a@b@example.com, a@b@example.com, undecided",
    "email, example.com, a b@example.com, undecided",
    "email, example.com, a.b@example.com, in",
    "email, example.com, .a@example.com, undecided",
    "email, example.com, a.@example.com, undecided",
    "email, example.com, a..b@example.com, undecided",
    "email, example.com, azAZ09*+~@example.com, in",
    "email, example.com, a[b@example.com, undecided",
    "email, example.com, a:b@example.com, undecided",
    "email, example.com, example.com, undecided",
    "email, example.com, @example.com, undecided",
    "email, example.com, anyone@, undecided",
    "email, example.com, anyone@.example.com, undecided",
    "email, @example.com, anyone@example.com, undecided",
    "email, ..example.com, anyone@a.example.com, undecided",
    "email, root@.example.com, root@a.example.com, undecided",
    "email, a b, anyone@example.com, undecided",
    "uri, example.com, http://example.com/, in",
    "uri, example.com, http://EXAMPLE.com, in",
    "uri, example.com, https://user:pw@example.com:8443/a?b#c, in",
    "uri, example.com, ldap://example.com?x@y, in",
    "uri, example.com, http://a.example.com/, out",
    "uri, .example.com, http://a.example.com/, in",
    "uri, .example.com, http://b.a.example.com/, in",
    "uri, .example.com, http://example.com/, out",
    "uri, .example.com, http://notexample.com/, out",
    "uri, example.com, http://example.com@evil.com/, out",
    "uri, example.com, http://evil.com\\@example.com/, out",
    "uri, example.com, http://evil.com/@example.com/, out",
    "uri, example.com, http://evil.com#@example.com/, out",
    "uri, '', http://example.com/, in",
    "uri, example.com, urn:example.com, undecided",
    "uri, example.com, mailto:a@example.com, undecided",
    "uri, example.com, //example.com/, undecided",
    "uri, example.com, ://example.com/, undecided",
    "uri, example.com, a:b://example.com/, undecided",
    "uri, example.com, http:///path, undecided",
    "uri, example.com, http://192.0.2.1/, undecided",
    "uri, example.com, http://[2001:db8::1]/, undecided",
    "uri, example.com, http://example%2ecom/, undecided",
    "uri, ..example.com, http://a.example.com/, undecided",
    "uri, a b, http://a.example.com/, undecided",
    "ip, C0000200FFFFFF00, C0000201, in",
    "ip, C0000200FFFFFF00, C00002FF, in",
    "ip, C0000200FFFFFF00, C0000301, out",
    "ip, C0000201FFFFFF00, C00002FF, in",
    "ip, 0000000000000000, C0000301, in",
    "ip, C0000280FFFFFF80, C0000281, in",
    "ip, C0000280FFFFFF80, C000027F, out",
    "ip, C0000201FFFFFFFF, C0000201, in",
    "ip, C0000201FFFFFFFF, C0000200, out",
    "ip, C0000200FF00FF00, C0000201, undecided",
    "ip, C0000200FFFFFF01, C0000201, undecided",
    "ip, C0000200FFFFFF0F, C0000201, undecided",
    "ip, C000020000FFFFFF, C0000201, undecided",
    "ip, C0000201, C0000201, undecided",
    "ip, C0000200FFFFFF00, C00002, undecided",
    "ip, C0000200FFFFFF00, '', undecided",
    "ip, C0000200FFFFFF00, 20010DB8000000000000000000000001, out",
    "ip, 20010DB8000000000000000000000000FFFFFFFF000000000000000000000000, 20010DB8000000000000000000000001, in",
    "ip, 20010DB8000000000000000000000000FFFFFFFF000000000000000000000000, 20010DB9000000000000000000000001, out",
    "ip, 20010DB8000000000000000000000000FFFFFFFF000000000000000000000000, C0000201, out",
    "ip, 00000000000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF00000000, 00000000000000000000FFFFC0000201, out",
    "0, x, x, undecided",
    "3, x, x, undecided",
    "5, x, x, undecided",
    "8, x, x, undecided"
  })
  void subtree_permits_and_excludes_by_how_the_name_lies_to_it(
      String form, String base, String name, String relation) {
    Ruling permitted = permitting(name(form, base), name(form, name));
    Ruling excluded = excluding(name(form, base), name(form, name));
    switch (relation) {
      case "in" -> {
        assertThat(permitted).isEqualTo(Ruling.PERMITTED);
        assertThat(excluded).isEqualTo(Ruling.EXCLUDED);
      }
      case "out" -> {
        assertThat(permitted).isEqualTo(Ruling.NOT_PERMITTED);
        assertThat(excluded).isEqualTo(Ruling.PERMITTED);
      }
      case "over" -> {
        assertThat(permitted).isEqualTo(Ruling.NOT_PERMITTED);
        assertThat(excluded).isEqualTo(Ruling.EXCLUDED);
      }
      default -> {
        assertThat(permitted).isEqualTo(Ruling.UNDECIDED);
        assertThat(excluded).isEqualTo(Ruling.UNDECIDED);
      }
    }
  }

  @Test
  void subtree_says_nothing_of_another_form_of_name() {
    List<GeneralName> names =
        List.of(
            name("dns", "example.com"),
            name("email", "a@example.com"),
            name("uri", "http://example.com/"),
            name("ip", "C0000201"),
            name("0", "x"),
            name("8", "x"));
    List<GeneralName> bases =
        List.of(
            name("dns", "other.com"),
            name("email", "other.com"),
            name("uri", "other.com"),
            name("ip", "0A000000FF000000"),
            name("0", "x"),
            name("8", "x"));
    for (int i = 0; i < bases.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        if (i != j) {
          assertThat(permitting(bases.get(i), names.get(j))).isEqualTo(Ruling.PERMITTED);
          assertThat(excluding(bases.get(i), names.get(j))).isEqualTo(Ruling.PERMITTED);
        }
      }
    }
  }

  @Test
  void one_permitted_subtree_is_enough_and_one_excluded_too_much() {
    NameRules rules =
        NameRules.of(
            new NameConstraints(
                List.of(name("dns", "a.com"), name("dns", "b.com"), name("ip", "0A000000FF000000")),
                List.of(name("dns", "x.b.com"))));
    assertThat(rules.size()).isEqualTo(4);
    assertThat(rules.ruleOn(name("dns", "b.com"))).isEqualTo(Ruling.PERMITTED);
    assertThat(rules.ruleOn(name("dns", "y.x.b.com"))).isEqualTo(Ruling.EXCLUDED);
    assertThat(rules.ruleOn(name("dns", "c.com"))).isEqualTo(Ruling.NOT_PERMITTED);
  }

  @Test
  void undecided_subtree_beside_one_that_matches_does_no_harm_but_is_no_permission() {
    List<GeneralName> permitted = List.of(name("dns", ".a.com"), name("dns", "b.com"));
    NameRules rules = NameRules.of(new NameConstraints(permitted, List.of()));
    assertThat(rules.ruleOn(name("dns", "b.com"))).isEqualTo(Ruling.PERMITTED);
    assertThat(rules.ruleOn(name("dns", "x.a.com"))).isEqualTo(Ruling.UNDECIDED);
    NameRules excluding =
        NameRules.of(
            new NameConstraints(List.of(), List.of(name("dns", ".a.com"), name("dns", "b.com"))));
    assertThat(excluding.ruleOn(name("dns", "b.com"))).isEqualTo(Ruling.EXCLUDED);
    assertThat(excluding.ruleOn(name("dns", "c.com"))).isEqualTo(Ruling.UNDECIDED);
  }

  @Test
  void labels_and_names_have_their_greatest_length() {
    String label = "a".repeat(63);
    assertThat(permitting(name("dns", "com"), name("dns", label + ".com")))
        .isEqualTo(Ruling.PERMITTED);
    assertThat(permitting(name("dns", "com"), name("dns", label + "a.com")))
        .isEqualTo(Ruling.UNDECIDED);
    String longest = "a.".repeat(125) + "com";
    assertThat(longest).hasSize(253);
    assertThat(permitting(name("dns", "com"), name("dns", longest))).isEqualTo(Ruling.PERMITTED);
    assertThat(permitting(name("dns", "com"), name("dns", "b" + longest)))
        .isEqualTo(Ruling.UNDECIDED);
  }
}
