package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicKeyTest {
  private static final BigInteger F4 = BigInteger.valueOf(65_537);

  @ParameterizedTest
  @CsvSource({"512", "2048", "8192"})
  void rsa_modulus_may_have_up_to_8192_bits(int bits) throws Exception {
    PublicKey key = rsa(odd(bits), F4);
    assertThat(key.bits()).isEqualTo(bits);
    assertThat(key.whyUnusable()).isEmpty();
  }

  @Test
  void rsa_exponent_may_have_up_to_64_bits() throws Exception {
    assertThat(rsa(odd(2048), BigInteger.valueOf(3)).key()).isNotNull();
    assertThat(rsa(odd(2048), odd(64)).key()).isNotNull();
  }

  @Test
  void rsa_out_of_range_is_unusable() throws Exception {
    for (PublicKey key :
        new PublicKey[] {
          rsa(odd(8193), F4),
          rsa(odd(2048).subtract(BigInteger.ONE), F4),
          rsa(BigInteger.ZERO, F4),
          rsa(odd(2048), BigInteger.ONE),
          rsa(odd(2048), BigInteger.valueOf(65_536)),
          rsa(odd(2048), odd(65)),
        }) {
      assertThat(key.key()).isNull();
      assertThat(key.bits()).isZero();
      assertThat(key.whyUnusable()).isEqualTo("the RSA modulus or exponent is out of range");
    }
  }

  @Test
  void key_whose_octets_are_no_key_is_unusable_and_says_so() throws Exception {
    PublicKey key =
        PublicKey.parse(
            new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                        new ASN1ObjectIdentifier(PublicKey.RSA), DERNull.INSTANCE),
                    new DEROctetString(new byte[3]))
                .getEncoded("DER"));
    assertThat(key.bits()).isZero();
    assertThat(key.whyUnusable()).isEqualTo("the key cannot be decoded");
  }

  @Test
  void curve_that_is_not_named_is_unusable() throws Exception {
    PublicKey key =
        PublicKey.parse(
            new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, DERNull.INSTANCE),
                    new byte[] {4, 1, 1})
                .getEncoded("DER"));
    assertThat(key.curve()).isNull();
    assertThat(key.whyUnusable()).isEqualTo("the curve is not a named one");
  }

  @Test
  void curves_are_told_apart() {
    assertThat(TestKey.of(TestKey.Kind.P256, "a").publicKey().bits()).isEqualTo(256);
    assertThat(TestKey.of(TestKey.Kind.P256, "a").publicKey().isSm2()).isFalse();
    assertThat(TestKey.of(TestKey.Kind.SM2, "a").publicKey().isSm2()).isTrue();
  }

  @Test
  void dsa_key_without_parameters_takes_its_issuers() throws Exception {
    SubjectPublicKeyInfo dsa = dsa();
    PublicKey whole = PublicKey.parse(dsa.getEncoded("DER"));
    PublicKey without = withoutParameters(dsa);
    assertThat(without.needsParameters()).isTrue();
    assertThat(without.bits()).isZero();
    assertThat(whole.needsParameters()).isFalse();
    assertThat(without.inheriting(whole)).isEqualTo(whole);
    assertThat(without.inheriting(whole).bits()).isEqualTo(1024);
  }

  @Test
  void parameters_are_inherited_only_where_they_lack_and_from_a_dsa_key_that_has_them()
      throws Exception {
    SubjectPublicKeyInfo dsa = dsa();
    PublicKey whole = PublicKey.parse(dsa.getEncoded("DER"));
    PublicKey without = withoutParameters(dsa);
    PublicKey rsa = rsa(odd(2048), F4);
    assertThat(without.inheriting(without)).isSameAs(without);
    assertThat(without.inheriting(rsa)).isSameAs(without);
    assertThat(whole.inheriting(whole)).isSameAs(whole);
    assertThat(rsa.inheriting(whole)).isSameAs(rsa);
    assertThat(rsa.needsParameters()).isFalse();
  }

  @Test
  void octets_behind_the_key_or_behind_its_bits_are_refused() throws Exception {
    byte[] der = rsa(odd(512), F4).info().getEncoded("DER");
    byte[] longer = Arrays.copyOf(der, der.length + 1);
    assertThatThrownBy(() -> PublicKey.parse(longer)).isInstanceOf(MalformedObjectException.class);
    byte[] more = Arrays.copyOf(der, der.length + 2);
    more[der.length] = 5;
    more[1] += 2;
    assertThatThrownBy(() -> PublicKey.parse(more)).isInstanceOf(MalformedObjectException.class);
  }

  @Test
  void keys_are_equal_octet_by_octet() throws Exception {
    PublicKey key = rsa(odd(512), F4);
    PublicKey other = rsa(odd(512), BigInteger.valueOf(3));
    assertThat(key).isEqualTo(rsa(odd(512), F4)).hasSameHashCodeAs(rsa(odd(512), F4));
    assertThat(key).isNotEqualTo(other).isNotEqualTo("key");
    assertThat(key.hashCode()).isNotEqualTo(other.hashCode());
  }

  /** An odd number of exactly so many bits. */
  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
  }

  private static PublicKey rsa(BigInteger modulus, BigInteger exponent)
      throws IOException, MalformedObjectException {
    return key(PublicKey.RSA, DERNull.INSTANCE, new RSAPublicKey(modulus, exponent));
  }

  /** A DSA key of 1024 bits, over the domain parameters that come with the platform. */
  private static SubjectPublicKeyInfo dsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
    generator.initialize(1024);
    return SubjectPublicKeyInfo.getInstance(generator.generateKeyPair().getPublic().getEncoded());
  }

  private static PublicKey withoutParameters(SubjectPublicKeyInfo dsa) throws Exception {
    return key(PublicKey.DSA, null, dsa.parsePublicKey());
  }

  private static PublicKey key(String oid, @Nullable ASN1Encodable parameters, ASN1Encodable octets)
      throws IOException, MalformedObjectException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), parameters);
    return PublicKey.parse(new SubjectPublicKeyInfo(algorithm, octets).getEncoded("DER"));
  }
}
