package cn.trustregistry.pki.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.PrehashedSignature;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.TestKey.Kind;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.TestPki.Issued;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Test;

class RawSignatureTest {
  private static final byte[] CONTENT = "登录 challenge".getBytes(UTF_8);
  private static final byte[] USUAL = PrehashedSignature.USUAL_USER_ID.getBytes(UTF_8);
  private static final SignedContent DATA = new SignedContent.Data(CONTENT);

  private static Issued holder(Kind kind) {
    return TestPki.root("CN=Root " + kind, kind).issue("CN=Holder " + kind);
  }

  private static List<String> codes(
      NamedAlgorithm algorithm, Issued signer, byte[] value, SignedContent content) {
    return new RawSignature(algorithm, signer.certificate(), USUAL, value)
        .judge(content).reasons().stream().map(Reason::code).toList();
  }

  @Test
  void right_signatures_over_data_are_good_and_wrong_ones_are_not() {
    for (Kind kind : List.of(Kind.RSA, Kind.P256, Kind.SM2)) {
      Issued signer = holder(kind);
      byte[] value = signer.key().sign(CONTENT);
      assertThat(codes(algorithm(kind), signer, value, DATA)).isEmpty();
      assertThat(codes(algorithm(kind), signer, value, new SignedContent.Data("x".getBytes(UTF_8))))
          .containsExactly("DOCUMENT_SIGNATURE_WRONG");
      assertThat(codes(algorithm(kind), signer, new byte[] {1}, DATA))
          .containsExactly("DOCUMENT_SIGNATURE_WRONG");
      assertThat(codes(algorithm(kind), signer, value, new SignedContent.Enclosed()))
          .containsExactly("CONTENT_MISSING");
    }
  }

  private static NamedAlgorithm algorithm(Kind kind) {
    return switch (kind) {
      case P256 -> NamedAlgorithm.ECDSA_SHA256;
      case SM2 -> NamedAlgorithm.SM2_SM3;
      default -> NamedAlgorithm.RSA_SHA256;
    };
  }

  @Test
  void signatures_on_curves_may_be_two_numbers_side_by_side() {
    for (Kind kind : List.of(Kind.P256, Kind.SM2)) {
      Issued signer = holder(kind);
      byte[] flat = flat(signer.key().sign(CONTENT));
      assertThat(codes(algorithm(kind), signer, flat, DATA)).isEmpty();
    }
  }

  private static byte[] flat(byte[] der) {
    ASN1Sequence pair = ASN1Sequence.getInstance(der);
    byte[] flat = new byte[64];
    for (int i = 0; i < 2; i++) {
      BigInteger number = ((ASN1Integer) pair.getObjectAt(i)).getPositiveValue();
      byte[] octets = number.toByteArray();
      int from = Math.max(0, octets.length - 32);
      System.arraycopy(
          octets, from, flat, 32 * i + 32 - (octets.length - from), octets.length - from);
    }
    return flat;
  }

  @Test
  void digest_stands_for_the_content() {
    SignedContent sha256 = new SignedContent.Digest(DigestAlgorithm.SHA_256.of(CONTENT));
    for (Kind kind : List.of(Kind.RSA, Kind.P256)) {
      Issued signer = holder(kind);
      byte[] value = signer.key().sign(CONTENT);
      assertThat(codes(algorithm(kind), signer, value, sha256)).isEmpty();
      assertThat(codes(algorithm(kind), signer, value, new SignedContent.Digest(new byte[32])))
          .containsExactly("DOCUMENT_SIGNATURE_WRONG");
      assertThat(codes(algorithm(kind), signer, value, new SignedContent.Digest(new byte[3])))
          .containsExactly("DOCUMENT_SIGNATURE_WRONG");
    }
  }

  /** GM/T 0003.2 5.5: Z is over the user id, the curve and the key; e over Z and the content. */
  @Test
  void digest_of_sm2_is_the_one_over_user_id_key_and_content() throws Exception {
    Issued signer = holder(Kind.SM2);
    ECPublicKeyParameters key =
        (ECPublicKeyParameters) PublicKeyFactory.createKey(signer.key().info());
    SM3Digest z = new SM3Digest();
    z.update((byte) (USUAL.length * 8 >> 8));
    z.update((byte) (USUAL.length * 8));
    z.update(USUAL, 0, USUAL.length);
    var domain = key.getParameters();
    for (var element :
        List.of(
            domain.getCurve().getA(),
            domain.getCurve().getB(),
            domain.getG().normalize().getAffineXCoord(),
            domain.getG().normalize().getAffineYCoord(),
            key.getQ().normalize().getAffineXCoord(),
            key.getQ().normalize().getAffineYCoord())) {
      byte[] octets = element.getEncoded();
      z.update(octets, 0, octets.length);
    }
    byte[] zValue = new byte[32];
    z.doFinal(zValue, 0);
    byte[] both = Arrays.copyOf(zValue, 32 + CONTENT.length);
    System.arraycopy(CONTENT, 0, both, 32, CONTENT.length);
    SignedContent e = new SignedContent.Digest(DigestAlgorithm.SM3.of(both));
    byte[] value = signer.key().sign(CONTENT);
    assertThat(codes(NamedAlgorithm.SM2_SM3, signer, value, e)).isEmpty();
    SignedContent plain = new SignedContent.Digest(DigestAlgorithm.SM3.of(CONTENT));
    assertThat(codes(NamedAlgorithm.SM2_SM3, signer, value, plain))
        .containsExactly("DOCUMENT_SIGNATURE_WRONG");
  }

  @Test
  void sm2_signature_under_another_user_id_needs_that_id() {
    Issued signer = holder(Kind.SM2);
    byte[] value = signer.key().sign(CONTENT);
    SignerJudgement judgement =
        new RawSignature(
                NamedAlgorithm.SM2_SM3, signer.certificate(), "ALICE".getBytes(UTF_8), value)
            .judge(DATA);
    assertThat(judgement.reasons()).hasSize(1);
  }

  @Test
  void algorithm_of_another_kind_of_key_is_unfit() {
    Issued signer = holder(Kind.RSA);
    assertThat(codes(NamedAlgorithm.SM2_SM3, signer, new byte[64], DATA))
        .containsExactly("DOCUMENT_ALGORITHM_UNFIT");
    assertThat(codes(NamedAlgorithm.ECDSA_SHA256, signer, new byte[64], DATA))
        .containsExactly("DOCUMENT_ALGORITHM_UNFIT");
  }

  /** Signed by the platform's own provider, so that two implementations meet. */
  @Test
  void pss_signatures_of_the_platform_are_good_over_data_and_digest() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var pair = generator.generateKeyPair();
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
    signature.initSign(pair.getPrivate());
    signature.update(CONTENT);
    byte[] value = signature.sign();
    var key = cn.trustregistry.pki.PublicKey.parse(pair.getPublic().getEncoded());
    byte[] digest = DigestAlgorithm.SHA_384.of(CONTENT);
    var algorithm = NamedAlgorithm.PSS_SHA384.identifier();
    assertThat(cn.trustregistry.pki.SignatureVerifier.verifyOnce(key, algorithm, CONTENT, value))
        .isEqualTo(cn.trustregistry.pki.SignatureOutcome.GOOD);
    assertThat(PrehashedSignature.verify(key, algorithm, digest, value))
        .isEqualTo(cn.trustregistry.pki.SignatureOutcome.GOOD);
    assertThat(PrehashedSignature.verify(key, algorithm, new byte[48], value))
        .isEqualTo(cn.trustregistry.pki.SignatureOutcome.BAD);
  }
}
