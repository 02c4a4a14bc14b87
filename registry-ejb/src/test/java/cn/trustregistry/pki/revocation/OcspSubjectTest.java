package cn.trustregistry.pki.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

class OcspSubjectTest {
  private final TestPki.Authority ca = TestPki.root("C=CN,CN=OCSP CA", TestKey.Kind.P256);
  private final Certificate holder = ca.issue("CN=Holder").certificate();

  @Test
  void response_tells_serial_number_and_issuer_under_every_hash() throws Exception {
    TestPki.Authority other = TestPki.root("C=CN,CN=OCSP CA", TestKey.Kind.SM2);
    TestPki.Authority renamed =
        new TestPki.Authority(
            TestPki.root("C=CN,CN=Other CA", TestKey.Kind.P256).certificate(), ca.key());
    for (AlgorithmIdentifier hash : List.of(TestOcsp.SHA_1, TestOcsp.SHA_256, TestOcsp.SM3)) {
      List<OcspSubject> subjects = OcspSubject.of(TestOcsp.of(ca, holder).hash(hash).encode());
      assertThat(subjects).hasSize(1);
      assertThat(subjects.get(0).serial()).isEqualTo(holder.serial());
      assertThat(subjects.get(0).isIssuedBy(ca.certificate())).isTrue();
      assertThat(subjects.get(0).isIssuedBy(other.certificate())).isFalse();
      assertThat(subjects.get(0).isIssuedBy(renamed.certificate())).isFalse();
    }
  }

  @Test
  void response_that_is_not_successful_is_about_nothing() throws Exception {
    byte[] later = new OCSPResponse(new OCSPResponseStatus(3), null).getEncoded("DER");
    assertThat(OcspSubject.of(later)).isEmpty();
  }

  @Test
  void octets_that_are_no_response_are_malformed() {
    byte[] good = TestOcsp.of(ca, holder).encode();
    for (int length = 0; length < good.length; length += 11) {
      byte[] part = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> OcspSubject.of(part)).isInstanceOf(MalformedObjectException.class);
    }
    assertThatThrownBy(() -> OcspSubject.of(Arrays.copyOf(good, good.length + 1)))
        .isInstanceOf(MalformedObjectException.class);
  }
}
