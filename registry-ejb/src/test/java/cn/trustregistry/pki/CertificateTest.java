package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
  private final TestPki.Authority root = TestPki.root("C=CN,O=Root", TestKey.Kind.P256);

  @ParameterizedTest
  @EnumSource(TestKey.Kind.class)
  void signature_of_every_kind_of_key_is_verified(TestKey.Kind kind) {
    TestPki.Authority ca = TestPki.root("CN=" + kind, kind);
    Certificate certificate = ca.issue("CN=Holder").certificate();
    assertThat(
            SignatureVerifier.verifyOnce(
                ca.certificate().publicKey(),
                certificate.signatureAlgorithm(),
                certificate.tbs(),
                certificate.signature()))
        .isEqualTo(SignatureOutcome.GOOD);
    byte[] changed = certificate.tbs();
    changed[changed.length - 1] ^= 1;
    assertThat(
            SignatureVerifier.verifyOnce(
                ca.certificate().publicKey(),
                certificate.signatureAlgorithm(),
                changed,
                certificate.signature()))
        .isEqualTo(SignatureOutcome.BAD);
  }

  @Test
  void everything_in_a_certificate_is_read() throws Exception {
    Certificate certificate =
        root.issue(
                "C=CN,O=Unit,CN=Holder",
                spec ->
                    spec.serial(7).alternativeNames(new GeneralName(GeneralName.dNSName, "a.cn")))
            .certificate();
    assertThat(certificate.serial()).isEqualTo(7);
    assertThat(certificate.version()).isEqualTo(3);
    assertThat(certificate.issuer()).isEqualTo(root.certificate().subject());
    assertThat(certificate.subject().values("2.5.4.3")).containsExactly("Holder");
    assertThat(certificate.isSelfIssued()).isFalse();
    assertThat(root.certificate().isSelfIssued()).isTrue();
    assertThat(root.certificate().extensions().isCa()).isTrue();
    assertThat(certificate.extensions().subjectAlternativeNames())
        .containsExactly(new cn.trustregistry.pki.GeneralName.Dns("a.cn"));
    assertThat(certificate.extensions().authorityKeyIdentifier())
        .isEqualTo(
            new Extensions.AuthorityKeyIdentifier(
                root.certificate().extensions().subjectKeyIdentifier(), List.of(), null));
    assertThat(Certificate.parse(certificate.der())).isEqualTo(certificate);
  }

  @Test
  void pem_is_read_like_der() throws Exception {
    String pem =
        "Subject: x\n-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(root.certificate().der())
            + "\n-----END CERTIFICATE-----\n";
    assertThat(Certificate.read(pem.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(root.certificate());
    assertThat(Certificate.read(root.certificate().der())).isEqualTo(root.certificate());
  }

  @Test
  void octets_behind_the_certificate_are_refused() {
    byte[] longer = Arrays.copyOf(root.certificate().der(), root.certificate().der().length + 1);
    assertThatThrownBy(() -> Certificate.parse(longer))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining("too many");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----END CERTIFICATE-----",
        "-----END CERTIFICATE----------BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\n****\n-----END CERTIFICATE-----"
      })
  void broken_pem_is_malformed(String pem) {
    byte[] octets = pem.getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Certificate.read(octets)).isInstanceOf(MalformedObjectException.class);
  }
}
