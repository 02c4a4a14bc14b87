package cn.trustregistry.pki.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.Digests;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationListTest {
  private static final BigInteger SERIAL = BigInteger.valueOf(4711);
  private static final Instant DATE = TestPki.NOW.minus(Duration.ofDays(3));

  private final TestPki.Authority ca = TestPki.root("C=CN,O=Root,CN=Lists", TestKey.Kind.P256);

  private RevocationList read(TestPki.CrlSpec spec) throws MalformedObjectException {
    return RevocationList.read(spec.encode(), CrlSigners.of(List.of(ca.key().publicKey())));
  }

  private static RevocationList read(byte[] der) throws MalformedObjectException {
    return RevocationList.read(der, CrlSigners.NONE);
  }

  private static void assertMalformed(byte[] der, String why) {
    assertThatThrownBy(() -> read(der))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining(why);
  }

  private static Extension entryExtension(String oid, boolean critical, ASN1Encodable value) {
    return TestPki.extensionOf(oid, critical, value);
  }

  @Test
  void plain_list_says_what_was_put_in() throws MalformedObjectException {
    byte[] der = ca.crl(7).revoke(SERIAL, DATE, 1).encode();
    RevocationList list = RevocationList.read(der, CrlSigners.of(List.of(ca.key().publicKey())));
    assertThat(list.issuer()).isEqualTo(ca.certificate().subject());
    assertThat(list.number()).isEqualTo(BigInteger.valueOf(7));
    assertThat(list.thisUpdate()).isEqualTo(TestPki.NOW.minus(Duration.ofDays(1)));
    assertThat(list.nextUpdate()).isEqualTo(TestPki.NOW.plus(Duration.ofDays(1)));
    assertThat(list.sha256()).isEqualTo(Digests.sha256(der));
    assertThat(list.signatureAlgorithm().oid()).isEqualTo("1.2.840.10045.4.3.2");
    assertThat(list.isDelta()).isFalse();
    assertThat(list.scope())
        .isEqualTo(cn.trustregistry.pki.crl.IssuingDistributionPoint.EVERYTHING);
    assertThat(list.find(SERIAL, list.issuer()))
        .isEqualTo(new RevokedEntry(DATE, RevocationReason.KEY_COMPROMISE, null));
    assertThat(list.find(SERIAL.add(BigInteger.ONE), list.issuer())).isNull();
  }

  @ParameterizedTest
  @EnumSource(TestKey.Kind.class)
  void signature_of_every_kind_of_key_is_checked_while_reading(TestKey.Kind kind)
      throws MalformedObjectException {
    TestPki.Authority authority = TestPki.root("CN=" + kind, kind);
    byte[] der = authority.crl(1).revoke(SERIAL, DATE, 0).encode();
    TestKey stranger = authority.key().another("stranger");
    RevocationList list =
        RevocationList.read(
            der, CrlSigners.of(List.of(stranger.publicKey(), authority.key().publicKey())));
    assertThat(list.signatures())
        .containsEntry(stranger.publicKey(), SignatureOutcome.BAD)
        .containsEntry(authority.key().publicKey(), SignatureOutcome.GOOD);
  }

  @Test
  void keys_are_asked_for_by_the_name_of_the_issuer() throws MalformedObjectException {
    CrlSigners signers =
        issuer ->
            issuer.equals(ca.certificate().subject()) ? List.of(ca.key().publicKey()) : List.of();
    assertThat(RevocationList.read(ca.crl(1).encode(), signers).signatures()).hasSize(1);
    assertThat(RevocationList.read(ca.crl(1).named("CN=Other").encode(), signers).signatures())
        .isEmpty();
  }

  @Test
  void pem_is_the_same_list_as_der() throws MalformedObjectException {
    byte[] der = ca.crl(1).revoke(SERIAL, DATE, 4).encode();
    String pem =
        "some text -- about it\n-----BEGIN X509 CRL-----\r\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\r\n-----END X509 CRL-----\r\nmore text\n";
    assertThat(read(pem.getBytes(StandardCharsets.US_ASCII))).isEqualTo(read(der));
  }

  @Test
  void extensions_of_the_list_are_understood() throws MalformedObjectException {
    GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca/1.crl");
    IssuingDistributionPoint scope =
        new IssuingDistributionPoint(
            new DistributionPointName(new GeneralNames(uri)),
            true,
            false,
            new ReasonFlags(ReasonFlags.keyCompromise | ReasonFlags.superseded),
            true,
            false);
    RevocationList list =
        read(
            ca.crl(9)
                .deltaTo(5)
                .scope(scope)
                .extension("2.5.29.35", false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3}))
                .extension("2.5.29.60", false, new ASN1GeneralizedTime("20200101000000Z"))
                .extension("1.2.3.4", true, DERNull.INSTANCE)
                .extension("1.2.3.5", false, DERNull.INSTANCE));
    assertThat(list.isDelta()).isTrue();
    assertThat(list.baseNumber()).isEqualTo(BigInteger.valueOf(5));
    assertThat(list.authorityKeyIdentifier()).hasToString("010203");
    assertThat(list.expiredCertsSince()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(list.unknownCritical()).containsExactly("1.2.3.4");
    assertThat(list.scope().names())
        .containsExactly(new cn.trustregistry.pki.GeneralName.Uri("http://ca/1.crl"));
    assertThat(list.scope().onlyUserCertificates()).isTrue();
    assertThat(list.scope().onlyCaCertificates()).isFalse();
    assertThat(list.scope().indirect()).isTrue();
    assertThat(list.scope().onlySomeReasons())
        .containsExactlyInAnyOrder(ReasonFlag.KEY_COMPROMISE, ReasonFlag.SUPERSEDED);
  }

  @Test
  void invalidity_date_is_kept() throws MalformedObjectException {
    Extension since =
        entryExtension("2.5.29.24", false, new ASN1GeneralizedTime("20250203040506Z"));
    RevocationList list =
        read(ca.crl(1).entry(SERIAL, DATE, since).revoke(BigInteger.TEN, DATE, 1));
    assertThat(list.find(SERIAL, list.issuer()))
        .isEqualTo(
            new RevokedEntry(
                DATE, RevocationReason.UNSPECIFIED, Instant.parse("2025-02-03T04:05:06Z")));
    assertThat(list.find(BigInteger.TEN, list.issuer()))
        .isEqualTo(new RevokedEntry(DATE, RevocationReason.KEY_COMPROMISE, null));
  }

  @Test
  void unknown_critical_extension_of_an_entry_is_noted() throws MalformedObjectException {
    RevocationList list =
        read(
            ca.crl(1)
                .entry(SERIAL, DATE, entryExtension("1.2.3.4", true, DERNull.INSTANCE))
                .entry(BigInteger.TEN, DATE, entryExtension("1.2.3.5", false, DERNull.INSTANCE)));
    assertThat(list.unknownCriticalInEntries()).containsExactly("1.2.3.4");
    assertThat(list.unknownCritical()).isEmpty();
  }

  @Test
  void certificate_issuer_of_an_indirect_list_holds_until_the_next_one()
      throws MalformedObjectException {
    Extension other = certificateIssuer("CN=Other");
    RevocationList list =
        read(
            ca.crl(1)
                .scope(new IssuingDistributionPoint(null, false, false, null, true, false))
                .revoke(BigInteger.ONE, DATE, 1)
                .entry(BigInteger.TWO, DATE, other)
                .revoke(BigInteger.TEN, DATE, 1)
                .entry(SERIAL, DATE, certificateIssuer(ca.certificate().subject().toString())));
    DistinguishedName second = name("CN=other");
    assertThat(list.find(BigInteger.ONE, list.issuer())).isNotNull();
    assertThat(list.find(BigInteger.ONE, second)).isNull();
    assertThat(list.find(BigInteger.TWO, second)).isNotNull();
    assertThat(list.find(BigInteger.TWO, list.issuer())).isNull();
    assertThat(list.find(BigInteger.TEN, second)).isNotNull();
    assertThat(list.find(SERIAL, list.issuer())).isNotNull();
    assertThat(list.find(SERIAL, name("CN=Third"))).isNull();
  }

  @Test
  void certificate_issuer_in_a_list_that_is_not_indirect_is_refused() {
    assertMalformed(
        ca.crl(1).entry(SERIAL, DATE, certificateIssuer("CN=Other")).encode(), "not indirect");
  }

  private static Extension certificateIssuer(String name) {
    return entryExtension("2.5.29.29", true, new GeneralNames(new GeneralName(new X500Name(name))));
  }

  private static DistinguishedName name(String text) throws MalformedObjectException {
    try {
      return DistinguishedName.parse(new X500Name(text).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void repeated_serial_number_takes_the_severer_reading() throws MalformedObjectException {
    RevocationList list =
        read(
            ca.crl(1)
                .revoke(SERIAL, DATE, CRLReason.certificateHold)
                .revoke(SERIAL, DATE.plusSeconds(60), CRLReason.keyCompromise)
                .revoke(SERIAL, DATE.plusSeconds(90), CRLReason.removeFromCRL));
    assertThat(list.size()).isEqualTo(3);
    assertThat(list.find(SERIAL, list.issuer()))
        .isEqualTo(new RevokedEntry(DATE, RevocationReason.KEY_COMPROMISE, null));
  }

  @Test
  void negative_serial_number_is_not_its_unsigned_twin() throws MalformedObjectException {
    RevocationList list = read(ca.crl(1).revoke(BigInteger.valueOf(-1), DATE, 1));
    assertThat(list.find(BigInteger.valueOf(-1), list.issuer())).isNotNull();
    assertThat(list.find(BigInteger.valueOf(255), list.issuer())).isNull();
  }

  @Test
  void serial_number_of_32_octets_is_taken_and_longer_ones_are_refused()
      throws MalformedObjectException {
    BigInteger longest = BigInteger.ONE.shiftLeft(254);
    RevocationList list = read(ca.crl(1).revoke(longest, DATE, 1));
    assertThat(list.find(longest, list.issuer())).isNotNull();
    assertMalformed(ca.crl(1).revoke(longest.shiftLeft(2), DATE, 1).encode(), "33 octets");
  }

  @Test
  void list_without_entries_and_next_update_is_read() throws MalformedObjectException {
    RevocationList list = read(ca.crl(1).to(null));
    assertThat(list.size()).isZero();
    assertThat(list.nextUpdate()).isNull();
  }

  @Test
  void list_cut_off_anywhere_is_refused() {
    byte[] der = ca.crl(1).revoke(SERIAL, DATE, 1).revoke(BigInteger.TEN, DATE, 2).encode();
    for (int length = 0; length < der.length; length++) {
      byte[] part = Arrays.copyOf(der, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(MalformedObjectException.class);
    }
  }

  @Test
  void octets_behind_the_list_are_refused() {
    byte[] der = ca.crl(1).encode();
    assertMalformed(Arrays.copyOf(der, der.length + 1), "octets behind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "30", // no length
        "3080", // indefinite
        "30800000", // indefinite and ended
        "3084ffffffff", // over 2 GiB
        "308500ffffffff", // length of five octets
        "30820001", // length not minimal
        "307f", // longer than there is
        "0500", // not a sequence
        "2d2d2d2d2d424547494e", // the beginning of PEM
        "301530130200300f300d06092a864886f70d0101050500", // version without octets
      })
  void what_is_no_list_is_refused(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> read(octets)).isInstanceOf(MalformedObjectException.class);
  }

  @Test
  void pem_that_is_not_base_64_is_refused() {
    String pem = "-----BEGIN X509 CRL-----\nMII*\n-----END X509 CRL-----\n";
    assertMalformed(pem.getBytes(StandardCharsets.US_ASCII), "base 64");
  }

  @Test
  void extension_twice_is_refused() {
    Extension reason = entryExtension("2.5.29.21", false, CRLReason.lookup(1));
    Extension invalidity =
        entryExtension("2.5.29.24", false, new ASN1GeneralizedTime("20250203040506Z"));
    byte[] entry = ca.crl(1).entry(SERIAL, DATE, reason, invalidity).encode();
    assertMalformed(replaced(entry, "0603551d18", "0603551d15"), "twice");
    byte[] list = ca.crl(1).extension("2.5.29.60", false, new ASN1Integer(1)).encode();
    assertMalformed(replaced(list, "0603551d3c", "0603551d14"), "twice");
  }

  @Test
  void extension_of_another_type_than_its_own_is_refused() {
    byte[] other = ca.crl(1).extension("2.5.29.60", false, new ASN1Integer(1)).encode();
    assertMalformed(replaced(other, "0603551d3c", "0603551d1c"), "IssuingDistributionPoint");
    assertMalformed(
        ca.crl(1).extension("2.5.29.46", false, new DEROctetString(new byte[0])).encode(),
        "CRLDistributionPoints");
  }

  /** The octets with their last stretch of this kind replaced; the signature goes bad, unasked. */
  private static byte[] replaced(byte[] octets, String from, String to) {
    String hex = HexFormat.of().formatHex(octets);
    int at = hex.lastIndexOf(from);
    assertThat(at).isPositive();
    return HexFormat.of().parseHex(hex.substring(0, at) + to + hex.substring(at + from.length()));
  }

  @Test
  void reason_code_the_standard_does_not_know_is_refused() {
    byte[] der = ca.crl(1).revoke(SERIAL, DATE, 1).encode();
    assertMalformed(replaced(der, "04030a0101", "04030a0107"), "reason code");
    assertMalformed(replaced(der, "04030a0101", "04030a010b"), "reason code");
  }

  @Test
  void date_that_does_not_exist_is_refused() {
    byte[] der = ca.crl(1).revoke(SERIAL, Instant.parse("2024-02-29T00:00:00Z"), 1).encode();
    assertMalformed(replaced(der, "323430323239", "323530323239"), "date");
  }

  @Test
  void version_1_has_no_extensions_of_entries() {
    byte[] der = ca.crl(1).revoke(SERIAL, DATE, 1).encode();
    assertMalformed(
        replaced(der, "020101300a06082a8648ce3d04030230", "020100300a06082a8648ce3d04030230"),
        "version");
  }

  @Test
  void number_that_is_negative_or_too_long_is_refused() {
    assertMalformed(
        ca.crl(1).extension("2.5.29.20", false, new ASN1Integer(-1)).encode(), "negative");
    BigInteger huge = BigInteger.ONE.shiftLeft(160);
    assertMalformed(
        ca.crl(1).extension("2.5.29.20", false, new ASN1Integer(huge)).encode(), "20 octets");
  }

  @Test
  void million_entries_with_a_bad_last_one_are_refused() throws MalformedObjectException {
    assertThat(read(millionEntries("250101000000Z")).size()).isEqualTo(1_000_000);
    assertMalformed(millionEntries("250231000000Z"), "date");
  }

  /** A list, signed by nobody, whose last entry has this date. */
  private static byte[] millionEntries(String lastDate) {
    byte[] date = RawList.time("250101000000Z");
    ByteArrayOutputStream entries = new ByteArrayOutputStream(23_000_000);
    for (int i = 0; i < 1_000_000; i++) {
      entries.writeBytes(new byte[] {0x30, 21, 2, 4});
      entries.writeBytes(BigInteger.valueOf(0x4000_0000 + i).toByteArray());
      entries.writeBytes(i == 999_999 ? RawList.time(lastDate) : date);
    }
    return RawList.of(entries.toByteArray());
  }

  @Test
  void source_that_fails_is_not_called_malformed() {
    byte[] der = ca.crl(1).encode();
    InputStream failing =
        new InputStream() {
          private final InputStream first = new ByteArrayInputStream(der, 0, 40);

          @Override
          public int read() throws IOException {
            int octet = first.read();
            if (octet < 0) {
              throw new IOException("line broke");
            }
            return octet;
          }
        };
    assertThatThrownBy(() -> RevocationList.read(failing, CrlSigners.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("line broke");
  }

  @Test
  void source_that_gives_one_octet_at_a_time_makes_no_difference()
      throws IOException, MalformedObjectException {
    byte[] der = ca.crl(1).revoke(SERIAL, DATE, 1).encode();
    InputStream slow =
        new ByteArrayInputStream(der) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1));
          }
        };
    RevocationList list = RevocationList.read(slow, CrlSigners.of(List.of(ca.key().publicKey())));
    assertThat(list.sha256()).isEqualTo(Digests.sha256(der));
    assertThat(list.signatures().values()).containsExactly(SignatureOutcome.GOOD);
  }

  @Test
  void algorithms_inside_and_outside_that_differ_make_the_signature_bad()
      throws MalformedObjectException {
    byte[] changed = replaced(ca.crl(1).encode(), "06082a8648ce3d040302", "06082a8648ce3d040303");
    RevocationList list =
        RevocationList.read(changed, CrlSigners.of(List.of(ca.key().publicKey())));
    assertThat(list.signatures().values()).containsExactly(SignatureOutcome.BAD);
  }
}
