package cn.trustregistry.pki.crl;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;

/** The streaming reader against Bouncy Castle's object model. */
class RevocationListPropertiesTest {
  private static final TestPki.Authority CA =
      TestPki.root("C=CN,O=广西CA,CN=Lists", TestKey.Kind.P256);

  @Provide
  Arbitrary<byte[]> lists() {
    Arbitrary<BigInteger> serials =
        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(21).map(BigInteger::new);
    return serials.list().uniqueElements().ofMaxSize(60).map(RevocationListPropertiesTest::encoded);
  }

  private static byte[] encoded(List<BigInteger> serials) {
    TestPki.CrlSpec spec = CA.crl(serials.size() + 1L);
    for (int i = 0; i < serials.size(); i++) {
      Instant date = TestPki.NOW.minusSeconds(86_400L * 137 * i);
      if (i % 3 == 0) {
        spec.entry(serials.get(i), date);
      } else {
        spec.revoke(serials.get(i), date, i % 7);
      }
    }
    return spec.encode();
  }

  @Property(tries = 100)
  void says_what_the_object_model_says(@ForAll("lists") byte[] der)
      throws IOException, MalformedObjectException {
    RevocationList list = RevocationList.read(der, CrlSigners.of(List.of(CA.key().publicKey())));
    X509CRLHolder reference = new X509CRLHolder(der);
    assertThat(list.signatures().values()).containsExactly(SignatureOutcome.GOOD);
    assertThat(list.thisUpdate()).isEqualTo(reference.getThisUpdate().toInstant());
    assertThat(list.nextUpdate()).isEqualTo(reference.getNextUpdate().toInstant());
    assertThat(list.size()).isEqualTo(reference.getRevokedCertificates().size());
    for (Object each : reference.getRevokedCertificates()) {
      X509CRLEntryHolder entry = (X509CRLEntryHolder) each;
      RevokedEntry found = list.find(entry.getSerialNumber(), list.issuer());
      assertThat(found)
          .isEqualTo(new RevokedEntry(entry.getRevocationDate().toInstant(), reason(entry), null));
      BigInteger near = entry.getSerialNumber().add(BigInteger.ONE);
      assertThat(list.find(near, list.issuer()) == null)
          .isEqualTo(reference.getRevokedCertificate(near) == null);
    }
  }

  private static RevocationReason reason(X509CRLEntryHolder entry) {
    Extension code = entry.getExtension(Extension.reasonCode);
    RevocationReason reason =
        RevocationReason.of(
            code == null ? 0 : ASN1Enumerated.getInstance(code.getParsedValue()).intValueExact());
    assertThat(reason).isNotNull();
    return reason == null ? RevocationReason.UNSPECIFIED : reason;
  }

  @Property(tries = 400)
  void changed_octets_are_refused_or_make_the_signature_bad(
      @ForAll("lists") byte[] der, @ForAll int at, @ForAll byte octet) {
    byte[] changed = der.clone();
    int place = Math.floorMod(at, der.length);
    changed[place] = octet;
    boolean same = octet == der[place];
    try {
      RevocationList list =
          RevocationList.read(changed, CrlSigners.of(List.of(CA.key().publicKey())));
      assertThat(list.signatures().values().contains(SignatureOutcome.GOOD)).isEqualTo(same);
    } catch (MalformedObjectException e) {
      assertThat(same).isFalse();
    }
  }
}
