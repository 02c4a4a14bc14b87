package cn.trustregistry.pki.name;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Extensions.NameConstraints;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.name.NameRules.Ruling;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Name rules against references that are plain to see: lists of labels, numbers, sets. */
class NameRulesPropertiesTest {
  @Provide
  Arbitrary<List<String>> labels() {
    return Arbitraries.of("a", "b", "A", "ab").list().ofMinSize(1).ofMaxSize(4);
  }

  private static boolean endsWith(List<String> labels, List<String> base) {
    List<String> folded = labels.stream().map(String::toLowerCase).toList();
    List<String> end = base.stream().map(String::toLowerCase).toList();
    return folded.size() >= end.size()
        && folded.subList(folded.size() - end.size(), folded.size()).equals(end);
  }

  private static Ruling permitting(GeneralName base, GeneralName name) {
    return NameRules.of(new NameConstraints(List.of(base), List.of())).ruleOn(name);
  }

  private static Ruling excluding(GeneralName base, GeneralName name) {
    return NameRules.of(new NameConstraints(List.of(), List.of(base))).ruleOn(name);
  }

  @Property
  void dns_name_is_in_a_domain_when_its_labels_end_in_the_domains(
      @ForAll("labels") List<String> name, @ForAll("labels") List<String> base) {
    boolean inside = endsWith(name, base);
    GeneralName dns = new GeneralName.Dns(String.join(".", name));
    GeneralName domain = new GeneralName.Dns(String.join(".", base));
    assertThat(permitting(domain, dns)).isEqualTo(inside ? Ruling.PERMITTED : Ruling.NOT_PERMITTED);
    assertThat(excluding(domain, dns)).isEqualTo(inside ? Ruling.EXCLUDED : Ruling.PERMITTED);
  }

  @Property
  void wildcard_is_permitted_when_all_it_stands_for_is_and_excluded_when_any_is(
      @ForAll("labels") List<String> rest, @ForAll("labels") List<String> base) {
    GeneralName wildcard = new GeneralName.Dns("*." + String.join(".", rest));
    GeneralName domain = new GeneralName.Dns(String.join(".", base));
    boolean all = true;
    boolean any = false;
    for (String label : List.of("a", "b", "ab", "other")) {
      List<String> name = new ArrayList<>(List.of(label));
      name.addAll(rest);
      all &= endsWith(name, base);
      any |= endsWith(name, base);
    }
    assertThat(permitting(domain, wildcard))
        .isEqualTo(all ? Ruling.PERMITTED : Ruling.NOT_PERMITTED);
    assertThat(excluding(domain, wildcard)).isEqualTo(any ? Ruling.EXCLUDED : Ruling.PERMITTED);
  }

  @Property
  void hosts_of_uris_and_mail_follow_the_leading_dot(
      @ForAll("labels") List<String> host,
      @ForAll("labels") List<String> base,
      @ForAll boolean below) {
    boolean inside = endsWith(host, base) && below == host.size() > base.size();
    String text = (below ? "." : "") + String.join(".", base);
    Ruling expected = inside ? Ruling.PERMITTED : Ruling.NOT_PERMITTED;
    String joined = String.join(".", host);
    assertThat(
            permitting(new GeneralName.Uri(text), new GeneralName.Uri("x://u@" + joined + ":1/p")))
        .isEqualTo(expected);
    assertThat(permitting(new GeneralName.Email(text), new GeneralName.Email("u@" + joined)))
        .isEqualTo(expected);
  }

  @Property
  void address_is_in_a_range_when_it_shares_its_prefix(
      @ForAll @Size(4) byte[] address,
      @ForAll @IntRange(max = 32) int prefix,
      @ForAll @IntRange(max = 31) int flipped,
      @ForAll boolean flip) {
    BigInteger number = new BigInteger(1, address);
    BigInteger base = flip ? number.flipBit(31 - flipped) : number;
    boolean inside = number.shiftRight(32 - prefix).equals(base.shiftRight(32 - prefix));
    BigInteger mask =
        BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(32 - prefix);
    byte[] range = Arrays.copyOf(fourOctets(base), 8);
    System.arraycopy(fourOctets(mask), 0, range, 4, 4);
    GeneralName constraint = new GeneralName.IpAddress(Octets.of(range));
    GeneralName name = new GeneralName.IpAddress(Octets.of(address));
    assertThat(permitting(constraint, name))
        .isEqualTo(inside ? Ruling.PERMITTED : Ruling.NOT_PERMITTED);
    assertThat(excluding(constraint, name)).isEqualTo(inside ? Ruling.EXCLUDED : Ruling.PERMITTED);
  }

  private static byte[] fourOctets(BigInteger number) {
    return new byte[] {
      (byte) (number.intValue() >> 24),
      (byte) (number.intValue() >> 16),
      (byte) (number.intValue() >> 8),
      number.byteValue()
    };
  }

  @Property
  void any_texts_at_all_get_a_ruling_and_never_permission_by_an_exclusion_that_matches(
      @ForAll String base, @ForAll String name) {
    for (GeneralName[] pair :
        new GeneralName[][] {
          {new GeneralName.Dns(base), new GeneralName.Dns(name)},
          {new GeneralName.Email(base), new GeneralName.Email(name)},
          {new GeneralName.Uri(base), new GeneralName.Uri(name)}
        }) {
      Ruling permitted = permitting(pair[0], pair[1]);
      Ruling excluded = excluding(pair[0], pair[1]);
      assertThat(permitted == Ruling.PERMITTED).isEqualTo(excluded == Ruling.EXCLUDED);
      assertThat(permitted == Ruling.UNDECIDED).isEqualTo(excluded == Ruling.UNDECIDED);
    }
  }
}
