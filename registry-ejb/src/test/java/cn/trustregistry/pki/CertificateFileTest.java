package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;

class CertificateFileTest {
  private static final TestPki.Authority CA = TestPki.root("CN=CA", TestKey.Kind.P256);
  private static final byte[] ONE = CA.issue("CN=One").certificate().der();
  private static final byte[] TWO = CA.issue("CN=Two").certificate().der();

  @Test
  void der_is_one_certificate() throws MalformedObjectException {
    assertThat(CertificateFile.read(ONE)).containsExactly(ONE);
  }

  @Test
  void pem_is_as_many_as_it_holds_whatever_stands_between() throws MalformedObjectException {
    String file = "subject=One\n" + pem("CERTIFICATE", ONE) + "\n# two\n" + pem("CERTIFICATE", TWO);
    assertThat(CertificateFile.read(file.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(ONE, TWO);
  }

  @Test
  void certs_only_pkcs7_is_read_in_der_and_in_pem() throws Exception {
    byte[] bag = bag(ONE, TWO);
    assertThat(CertificateFile.read(bag)).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(CertificateFile.read(pem("PKCS7", bag).getBytes(StandardCharsets.US_ASCII)))
        .containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void certificates_from_a_bag_still_parse_and_are_the_same() throws Exception {
    List<byte[]> read = CertificateFile.read(bag(ONE, TWO));
    assertThat(Certificate.parse(read.get(0)).issuer()).isEqualTo(CA.certificate().subject());
  }

  @Test
  void what_holds_no_certificate_is_malformed() throws Exception {
    byte[] none = bag();
    byte[] half = Arrays.copyOf(bag(ONE), 100);
    List<byte[]> bad =
        List.of(
            new byte[0],
            "hello".getBytes(StandardCharsets.UTF_8),
            "-----BEGIN CERTIFICATE-----\n@@@@\n-----END CERTIFICATE-----"
                .getBytes(StandardCharsets.UTF_8),
            "-----BEGIN CERTIFICATE-----\nMIIB".getBytes(StandardCharsets.UTF_8),
            none,
            half,
            // a ContentInfo of the type data
            Base64.getDecoder().decode("MA8GCSqGSIb3DQEHAaACBAA="));
    for (byte[] each : bad) {
      assertThatThrownBy(() -> CertificateFile.read(each))
          .as(new String(each, StandardCharsets.ISO_8859_1))
          .isInstanceOf(MalformedObjectException.class);
    }
  }

  @Test
  void any_prefix_of_a_bag_is_a_certificate_or_malformed_and_nothing_else() throws Exception {
    byte[] bag = bag(ONE);
    for (int length = 0; length < bag.length; length++) {
      byte[] prefix = Arrays.copyOf(bag, length);
      try {
        CertificateFile.read(prefix);
      } catch (MalformedObjectException expected) {
        assertThat(expected).hasMessageContaining("Certificates");
      }
    }
  }

  @Test
  void more_than_the_most_is_refused() {
    String file = pem("CERTIFICATE", ONE).repeat(CertificateFile.MAX_CERTIFICATES + 1);
    assertThatThrownBy(() -> CertificateFile.read(file.getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("more than");
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static byte[] bag(byte[]... certificates) throws IOException, CMSException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    for (byte[] der : certificates) {
      generator.addCertificate(new X509CertificateHolder(der));
    }
    return generator.generate(new CMSProcessableByteArray(new byte[0])).getEncoded();
  }
}
