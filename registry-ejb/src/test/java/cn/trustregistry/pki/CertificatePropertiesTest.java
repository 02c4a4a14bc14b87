package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;

/** Octets from anywhere end in a certificate or in the one declared exception. */
class CertificatePropertiesTest {
  private static final byte[] RICH = rich();

  private static byte[] rich() {
    GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca.cn/crl");
    DistributionPoint point =
        new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null);
    return TestPki.root("C=CN,O=广西CA", TestKey.Kind.SM2)
        .encode(
            "C=CN,O=Unit,CN=Holder",
            spec ->
                spec.ca(1)
                    .extendedKeyUsage(KeyPurposeId.id_kp_clientAuth)
                    .alternativeNames(
                        new GeneralName(GeneralName.dNSName, "a.cn"),
                        new GeneralName(GeneralName.iPAddress, "192.0.2.1"))
                    .extension(
                        Extensions.CRL_DISTRIBUTION_POINTS,
                        false,
                        new CRLDistPoint(new DistributionPoint[] {point}))
                    .extension(
                        Extensions.NAME_CONSTRAINTS,
                        true,
                        new NameConstraints(
                            new GeneralSubtree[] {
                              new GeneralSubtree(new GeneralName(GeneralName.dNSName, "cn"))
                            },
                            null)));
  }

  /** Copies of a certificate with a few octets changed, put in or taken out. */
  @Provide
  Arbitrary<byte[]> mutated() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, RICH.length - 2);
    Arbitrary<byte[]> change =
        Combinators.combine(place, Arbitraries.bytes(), Arbitraries.integers().between(0, 2))
            .as(
                (at, octet, kind) ->
                    new byte[] {(byte) (at >> 8), (byte) (int) at, octet, (byte) (int) kind});
    return change.list().ofMinSize(1).ofMaxSize(4).map(CertificatePropertiesTest::apply);
  }

  private static byte[] apply(List<byte[]> changes) {
    byte[] der = RICH;
    for (byte[] change : changes) {
      int at = Math.min(((change[0] & 0xFF) << 8) | (change[1] & 0xFF), der.length - 2);
      byte[] head = Arrays.copyOf(der, at);
      byte[] tail = Arrays.copyOfRange(der, change[3] == 1 ? at : at + 1, der.length);
      der = change[3] == 2 ? join(head, tail) : join(head, new byte[] {change[2]}, tail);
    }
    return der;
  }

  private static byte[] join(byte[]... parts) {
    byte[] whole = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  @Property(tries = 20_000)
  void changed_certificate_is_read_or_malformed_and_what_is_read_is_what_was_given(
      @ForAll("mutated") byte[] der) {
    assertThat(isReadAsGivenOrMalformed(der)).isTrue();
  }

  @Property(tries = 5_000)
  void any_octets_are_read_or_malformed(@ForAll byte[] octets) {
    assertThat(isReadAsGivenOrMalformed(octets)).isTrue();
  }

  @Property
  void octets_behind_or_missing_are_always_malformed(@ForAll byte octet) {
    assertThat(isMalformed(join(RICH, new byte[] {octet}))).isTrue();
    assertThat(isMalformed(Arrays.copyOf(RICH, RICH.length - 1))).isTrue();
  }

  private static boolean isReadAsGivenOrMalformed(byte[] octets) {
    try {
      Certificate certificate = Certificate.read(octets);
      certificate.publicKey().bits();
      return Arrays.equals(certificate.der(), octets)
          && !certificate.toString().isEmpty()
          && certificate.extensions().critical() != null
          && SignatureVerifier.verifyOnce(
                  certificate.publicKey(),
                  certificate.signatureAlgorithm(),
                  certificate.tbs(),
                  certificate.signature())
              != null;
    } catch (MalformedObjectException e) {
      return !e.what().isEmpty() && !e.why().isEmpty();
    }
  }

  private static boolean isMalformed(byte[] octets) {
    try {
      Certificate.parse(octets);
      return false;
    } catch (MalformedObjectException e) {
      return true;
    }
  }
}
