package cn.trustregistry.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading OCSP requests, good ones and nonsense. */
class StatusRequestTest {
  private static Request asked(BigInteger serial) {
    return new Request(
        new CertID(
            new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE),
            new DEROctetString(new byte[20]),
            new DEROctetString(new byte[20]),
            new ASN1Integer(serial)),
        null);
  }

  private static byte[] encoded(int certificates, Extension... extensions) {
    ASN1EncodableVector list = new ASN1EncodableVector();
    for (int i = 0; i < certificates; i++) {
      list.add(asked(BigInteger.valueOf(i)));
    }
    return encoded(list, extensions);
  }

  private static byte[] encoded(ASN1EncodableVector list, Extension... extensions) {
    try {
      Extensions all = extensions.length == 0 ? null : new Extensions(extensions);
      return new OCSPRequest(new TBSRequest(null, new DERSequence(list), all), null)
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Extension nonce(int octets) {
    try {
      return new Extension(
          OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
          false,
          new DEROctetString(new byte[octets]).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void request_is_read_with_all_its_certificates() throws Exception {
    StatusRequest request = StatusRequest.parse(encoded(32));
    assertThat(request.ids()).hasSize(32);
    assertThat(request.nonce()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 128})
  void nonce_of_1_to_128_octets_is_read(int octets) throws Exception {
    assertThat(StatusRequest.parse(encoded(1, nonce(octets))).nonce()).isEqualTo(nonce(octets));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 129, 4_000})
  void nonce_of_another_length_is_malformed(int octets) {
    refused(encoded(1, nonce(octets)));
  }

  @Test
  void request_about_nothing_or_too_much_is_malformed() {
    refused(encoded(0));
    refused(encoded(33));
    ASN1EncodableVector absurd = new ASN1EncodableVector();
    absurd.add(asked(BigInteger.ONE.shiftLeft(161)));
    refused(encoded(absurd));
  }

  @Test
  void unknown_critical_extension_is_malformed_and_any_other_is_passed_over() throws Exception {
    ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier("1.2.3.4");
    refused(encoded(1, new Extension(oid, true, new byte[] {5, 0})));
    assertThat(StatusRequest.parse(encoded(1, new Extension(oid, false, new byte[] {5, 0}))).ids())
        .hasSize(1);
  }

  @Test
  void what_is_no_request_is_malformed() {
    byte[] good = encoded(1);
    for (int length = 0; length < good.length; length++) {
      refused(Arrays.copyOf(good, length));
    }
    refused(Arrays.copyOf(good, good.length + 1));
    refused(TestPki.root("CN=Not a request", TestKey.Kind.P256).certificate().der());
  }

  private static void refused(byte[] der) {
    assertThatThrownBy(() -> StatusRequest.parse(der)).isInstanceOf(MalformedObjectException.class);
  }
}
