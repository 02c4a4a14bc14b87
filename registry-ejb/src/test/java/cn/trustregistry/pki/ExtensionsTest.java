package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import cn.trustregistry.pki.Extensions.AccessDescription;
import cn.trustregistry.pki.Extensions.BasicConstraints;
import cn.trustregistry.pki.Extensions.PolicyConstraints;
import cn.trustregistry.pki.Extensions.PolicyMapping;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionsTest {
  private final TestPki.Authority ca = TestPki.root("O=CA", TestKey.Kind.P256);

  private Extensions with(String oid, String hex) throws MalformedObjectException {
    byte[] value = HexFormat.of().parseHex(hex.replace(" ", ""));
    return Certificate.parse(ca.encode("CN=X", spec -> spec.rawExtension(oid, false, value)))
        .extensions();
  }

  @Test
  void basic_constraints_are_read() throws Exception {
    assertThat(with(Extensions.BASIC_CONSTRAINTS, "3000").basicConstraints())
        .isEqualTo(new BasicConstraints(false, null));
    assertThat(with(Extensions.BASIC_CONSTRAINTS, "3003 0101FF").basicConstraints())
        .isEqualTo(new BasicConstraints(true, null));
    assertThat(with(Extensions.BASIC_CONSTRAINTS, "3006 0101FF 020102").basicConstraints())
        .isEqualTo(new BasicConstraints(true, 2));
    assertThat(with(Extensions.BASIC_CONSTRAINTS, "3000").isCa()).isFalse();
    assertThat(with(Extensions.BASIC_CONSTRAINTS, "3003 010100").isCa()).isFalse();
    assertThat(with(Extensions.BASIC_CONSTRAINTS, "3003 0101FF").isCa()).isTrue();
  }

  @Test
  void every_bit_of_key_usage_is_read() throws Exception {
    assertThat(with(Extensions.KEY_USAGE, "0303 07 FF80").keyUsage())
        .containsExactlyInAnyOrder(KeyUsage.values());
    assertThat(with(Extensions.KEY_USAGE, "0303 07 0080").keyUsage())
        .containsExactly(KeyUsage.DECIPHER_ONLY);
    assertThat(with(Extensions.KEY_USAGE, "0302 07 80").keyUsage())
        .containsExactly(KeyUsage.DIGITAL_SIGNATURE);
    assertThat(with(Extensions.KEY_USAGE, "0302 01 06").keyUsage())
        .containsExactly(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);
    assertThat(with(Extensions.KEY_USAGE, "0302 00 01").keyUsage())
        .containsExactly(KeyUsage.ENCIPHER_ONLY);
    assertThat(with(Extensions.KEY_USAGE, "0301 00").keyUsage()).isEmpty();
    assertThat(with(Extensions.KEY_USAGE, "0301 00").allows(KeyUsage.CRL_SIGN)).isFalse();
    assertThat(with(Extensions.KEY_USAGE, "0302 01 02").allows(KeyUsage.CRL_SIGN)).isTrue();
    assertThat(with("1.2.3", "0500").allows(KeyUsage.CRL_SIGN)).isTrue();
  }

  @Test
  void authority_key_identifier_is_read_in_all_its_parts() throws Exception {
    var whole =
        with(Extensions.AUTHORITY_KEY_IDENTIFIER, "300F 8002ABCD A1068204 612E636E 820107")
            .authorityKeyIdentifier();
    assertThat(whole)
        .isEqualTo(
            new Extensions.AuthorityKeyIdentifier(
                Octets.of(new byte[] {(byte) 0xAB, (byte) 0xCD}),
                List.of(new GeneralName.Dns("a.cn")),
                BigInteger.valueOf(7)));
    assertThat(with(Extensions.AUTHORITY_KEY_IDENTIFIER, "3000").authorityKeyIdentifier())
        .isEqualTo(new Extensions.AuthorityKeyIdentifier(null, List.of(), null));
  }

  @Test
  void policies_mappings_and_their_constraints_are_read() throws Exception {
    assertThat(with(Extensions.CERTIFICATE_POLICIES, "300C 3004 06022A03 3004 06022A04").policies())
        .containsExactly("1.2.3", "1.2.4");
    assertThat(with(Extensions.CERTIFICATE_POLICIES, "300A 3008 06022A03 30023000").policies())
        .containsExactly("1.2.3");
    assertThat(with(Extensions.POLICY_MAPPINGS, "300A 3008 06022A03 06022A04").policyMappings())
        .containsExactly(new PolicyMapping("1.2.3", "1.2.4"));
    assertThat(with(Extensions.POLICY_CONSTRAINTS, "3003 800101").policyConstraints())
        .isEqualTo(new PolicyConstraints(1, null));
    assertThat(with(Extensions.POLICY_CONSTRAINTS, "3003 810102").policyConstraints())
        .isEqualTo(new PolicyConstraints(null, 2));
    assertThat(with(Extensions.POLICY_CONSTRAINTS, "3006 800100 810100").policyConstraints())
        .isEqualTo(new PolicyConstraints(0, 0));
    assertThat(with(Extensions.INHIBIT_ANY_POLICY, "020103").inhibitAnyPolicy()).isEqualTo(3);
    assertThat(with("1.2.3", "").policies()).isNull();
    assertThat(with("1.2.3", "").policyMappings()).isEmpty();
  }

  @Test
  void name_constraints_are_read() throws Exception {
    var constraints =
        with(Extensions.NAME_CONSTRAINTS, "3014 A008 3006 8204612E636E A108 3006 8104622E636E")
            .nameConstraints();
    assertThat(constraints)
        .isEqualTo(
            new Extensions.NameConstraints(
                List.of(new GeneralName.Dns("a.cn")), List.of(new GeneralName.Email("b.cn"))));
    assertThat(
            with(Extensions.NAME_CONSTRAINTS, "300D A00B 3009 8204612E636E 800100")
                .nameConstraints())
        .isEqualTo(new Extensions.NameConstraints(List.of(new GeneralName.Dns("a.cn")), List.of()));
  }

  @Test
  void every_form_of_name_is_read() throws Exception {
    List<GeneralName> names =
        with(
                Extensions.SUBJECT_ALTERNATIVE_NAME,
                "303D A006 06022A03 0500 8104 61406263 8204 612E636E A300 A411 300F310D300B06035504030C0478797A77 A500 8606 663A2F2F6162 8704 01020304 8802 2A03")
            .subjectAlternativeNames();
    assertThat(names).hasSize(9);
    assertThat(names.get(0))
        .isInstanceOfSatisfying(GeneralName.Other.class, other -> assertThat(other.tag()).isZero());
    assertThat(names.get(1)).isEqualTo(new GeneralName.Email("a@bc"));
    assertThat(names.get(2)).isEqualTo(new GeneralName.Dns("a.cn"));
    assertThat(names.get(3))
        .isInstanceOfSatisfying(
            GeneralName.Other.class, other -> assertThat(other.tag()).isEqualTo(3));
    assertThat(names.get(4))
        .isInstanceOfSatisfying(
            GeneralName.Directory.class, name -> assertThat(name.name()).hasToString("CN=xyzw"));
    assertThat(names.get(5))
        .isInstanceOfSatisfying(
            GeneralName.Other.class, other -> assertThat(other.tag()).isEqualTo(5));
    assertThat(names.get(6)).isEqualTo(new GeneralName.Uri("f://ab"));
    assertThat(names.get(7))
        .isEqualTo(new GeneralName.IpAddress(Octets.of(new byte[] {1, 2, 3, 4})));
    assertThat(names.get(8))
        .isInstanceOfSatisfying(
            GeneralName.Other.class, other -> assertThat(other.der().hex()).isEqualTo("88022a03"));
  }

  @Test
  void distribution_points_are_read_with_relative_names_completed() throws Exception {
    assertThat(
            with(Extensions.CRL_DISTRIBUTION_POINTS, "300C 300A A008 A006 8604 613A2F62")
                .crlDistributionPoints())
        .containsExactly(
            new DistributionPoint(List.of(new GeneralName.Uri("a:/b")), ReasonFlag.ALL, List.of()));
    List<DistributionPoint> relative =
        with(Extensions.FRESHEST_CRL, "3014 3012 A010 A10E 300C06035504030C0563726C2D31")
            .freshestCrl();
    assertThat(relative).hasSize(1);
    assertThat(relative.get(0).names().get(0))
        .isInstanceOfSatisfying(
            GeneralName.Directory.class,
            name -> assertThat(name.name()).hasToString("O=CA,CN=crl-1"));
    DistributionPoint indirect =
        with(
                Extensions.CRL_DISTRIBUTION_POINTS,
                "301B 3019 81020560 A213 A411 300F310D300B06035504030C0478797A77")
            .crlDistributionPoints()
            .get(0);
    assertThat(indirect.names()).isEmpty();
    assertThat(indirect.reasons())
        .isEqualTo(Set.of(ReasonFlag.KEY_COMPROMISE, ReasonFlag.CA_COMPROMISE));
    assertThat(indirect.crlIssuers()).hasSize(1);
  }

  @Test
  void relative_name_is_completed_with_a_single_crl_issuer() throws Exception {
    String issuer = "A411 300F310D300B06035504030C0478797A77";
    DistributionPoint point =
        with(
                Extensions.CRL_DISTRIBUTION_POINTS,
                "3027 3025 A00E A10C 300A06035504030C03637231 A213 " + issuer)
            .crlDistributionPoints()
            .get(0);
    assertThat(point.names().get(0))
        .isInstanceOfSatisfying(
            GeneralName.Directory.class,
            name -> assertThat(name.name()).hasToString("CN=xyzw,CN=cr1"));
    assertThatThrownBy(
            () ->
                with(
                    Extensions.CRL_DISTRIBUTION_POINTS,
                    "303A 3038 A00E A10C 300A06035504030C03637231 A226 " + issuer + issuer))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining("more than one");
  }

  @Test
  void access_to_authority_information_is_read() throws Exception {
    assertThat(
            with(
                    Extensions.AUTHORITY_INFORMATION_ACCESS,
                    "3012 3010 06082B06010505073001 8604 613A2F62")
                .authorityInformationAccess())
        .containsExactly(new AccessDescription("1.3.6.1.5.5.7.48.1", new GeneralName.Uri("a:/b")));
  }

  @Test
  void unknown_extensions_are_kept_as_they_are() throws Exception {
    Extensions extensions = with("1.2.3", "FFFF");
    assertThat(extensions.value("1.2.3")).isEqualTo(Octets.of(new byte[] {-1, -1}));
    assertThat(extensions.value("1.2.4")).isNull();
    assertThat(extensions.text("1.2.3")).isNull();
    assertThat(extensions.critical()).isEmpty();
  }

  /** Extension and a value that its ASN.1 does not allow. */
  @ParameterizedTest
  @CsvSource({
    "2.5.29.19, ''",
    "2.5.29.19, 30030201FF",
    "2.5.29.19, 30060101FF0201FF",
    "2.5.29.19, 30090101FF0201000500",
    "2.5.29.19, 30000500",
    "2.5.29.15, 0400",
    "2.5.29.15, 03020780FF",
    "2.5.29.15, 03020781",
    "2.5.29.37, 3000",
    "2.5.29.37, 30020500",
    "2.5.29.14, 0500",
    "2.5.29.35, 30020500",
    "2.5.29.35, 3002A100",
    "2.5.29.32, 3000",
    "2.5.29.32, 30023000",
    "2.5.29.32, 300C300406022A03300406022A03",
    "2.5.29.32, 300A300806022A0305000500",
    "2.5.29.33, 3000",
    "2.5.29.33, 3006300406022A03",
    "2.5.29.33, 300C300A06022A0306022A040500",
    "2.5.29.36, 3000",
    "2.5.29.36, 30038001FF",
    "2.5.29.36, 30050500800100",
    "2.5.29.36, 30058001000500",
    "2.5.29.54, 0201FF",
    "2.5.29.30, 3000",
    "2.5.29.30, 3002A000",
    "2.5.29.30, 3002A100",
    "2.5.29.30, 300DA00B30098204612E636E800101",
    "2.5.29.30, 300DA00B30098204612E636E810100",
    "2.5.29.30, 300CA00830068204612E636E0500",
    "2.5.29.17, 3000",
    "2.5.29.17, 30028900",
    "2.5.29.17, 3003820180",
    "2.5.29.17, 3004A4020500",
    "2.5.29.17, 3006A40430000500",
    "2.5.29.31, 3000",
    "2.5.29.31, 30023000",
    "2.5.29.31, 3006300481020560",
    "2.5.29.31, 30063004A002A000",
    "2.5.29.31, 30083006A004A0008200",
    "2.5.29.46, 3000",
    "1.3.6.1.5.5.7.1.1, 3000",
    "1.3.6.1.5.5.7.1.1, 3006300406022A03",
    "1.3.6.1.5.5.7.1.1, 300E300C06022A038604613A2F620500"
  })
  void malformed_extension_makes_the_certificate_malformed(String oid, String hex) {
    assertThatThrownBy(() -> with(oid, hex)).isInstanceOf(MalformedObjectException.class);
  }
}
