package cn.trustregistry.pki.signature;

import static cn.trustregistry.pki.TestPki.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PrehashedSignature;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.TestKey.Kind;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.TestPki.Issued;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedDataVerifierTest {
  private static final byte[] CONTENT = "投标文件".getBytes(UTF_8);
  private static final SignedContent ENCLOSED = new SignedContent.Enclosed();
  private static final Issued RSA = holder(Kind.RSA);
  private static final Issued P256 = holder(Kind.P256);
  private static final Issued SM2 = holder(Kind.SM2);

  private static Issued holder(Kind kind) {
    return TestPki.root("CN=Root " + kind, kind).issue("CN=Holder " + kind);
  }

  private static TestSignedData cms(Issued signer) {
    return TestSignedData.of(SignedDocument.Kind.CMS, signer).content(CONTENT);
  }

  private static TestSignedData gbt(Issued signer) {
    return TestSignedData.of(SignedDocument.Kind.GBT35275, signer).content(CONTENT);
  }

  private static SignerJudgement judge(
      SignedDocument.Kind kind, byte[] document, SignedContent content, Certificate... offered)
      throws MalformedObjectException {
    byte[] userId = PrehashedSignature.USUAL_USER_ID.getBytes(UTF_8);
    List<SignerJudgement> judgements =
        new SignedDataVerifier(List.of(offered), userId, NOW)
            .judge(SignedDocument.parse(kind, document), content);
    assertThat(judgements).hasSize(1);
    return judgements.get(0);
  }

  private static SignerJudgement judge(TestSignedData document)
      throws IOException, MalformedObjectException {
    return judge(SignedDocument.Kind.CMS, document.encode(), ENCLOSED);
  }

  private static void assertCodes(SignerJudgement judgement, SignatureCause... causes) {
    assertThat(judgement.reasons().stream().map(Reason::code))
        .containsExactly(Arrays.stream(causes).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void document_with_and_without_attributes_is_good_under_every_kind_of_key() throws Exception {
    for (Issued signer : List.of(RSA, P256, SM2)) {
      SignerJudgement with = judge(cms(signer).signedAt(NOW));
      assertCodes(with);
      assertThat(with.certificate()).isEqualTo(signer.certificate());
      assertThat(with.claimedAt()).isEqualTo(NOW);
      assertCodes(judge(cms(signer).withoutAttributes()));
    }
  }

  @Test
  void sm2_signed_data_of_gbt_35275_has_identifiers_of_its_own() throws Exception {
    for (String oid : List.of("1.2.156.10197.1.301.1", "1.2.156.10197.1.301")) {
      byte[] document = gbt(SM2).signatureOid(oid).encode();
      assertCodes(judge(SignedDocument.Kind.GBT35275, document, ENCLOSED));
    }
    byte[] bare = gbt(SM2).withoutAttributes().encode();
    assertCodes(judge(SignedDocument.Kind.GBT35275, bare, ENCLOSED));
    assertThatThrownBy(() -> SignedDocument.parse(SignedDocument.Kind.CMS, bare))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining("1.2.156.10197.6.1.4.2.2");
  }

  @Test
  void bare_kind_of_key_stands_for_the_algorithm_with_the_named_digest() throws Exception {
    assertCodes(judge(cms(RSA).signatureOid("1.2.840.113549.1.1.1")));
    assertCodes(judge(cms(P256).signatureOid("1.2.840.10045.2.1")));
  }

  @Test
  void detached_document_is_verified_over_data_and_over_a_digest() throws Exception {
    byte[] document = cms(RSA).detached().encode();
    assertCodes(judge(SignedDocument.Kind.CMS, document, new SignedContent.Data(CONTENT)));
    byte[] digest = DigestAlgorithm.SHA_256.of(CONTENT);
    assertCodes(judge(SignedDocument.Kind.CMS, document, new SignedContent.Digest(digest)));
    byte[] bare = cms(P256).detached().withoutAttributes().encode();
    assertCodes(judge(SignedDocument.Kind.CMS, bare, new SignedContent.Digest(digest)));
    assertCodes(judge(SignedDocument.Kind.CMS, document, ENCLOSED), SignatureCause.CONTENT_MISSING);
  }

  @Test
  void other_content_than_was_signed_is_found_out() throws Exception {
    byte[] detached = cms(RSA).detached().encode();
    byte[] other = "x".getBytes(UTF_8);
    assertCodes(
        judge(SignedDocument.Kind.CMS, detached, new SignedContent.Data(other)),
        SignatureCause.CONTENT_DIGEST_DIFFERS);
    assertCodes(
        judge(SignedDocument.Kind.CMS, cms(RSA).encode(), new SignedContent.Data(other)),
        SignatureCause.ENCLOSED_CONTENT_DIFFERS);
    byte[] bare = cms(SM2).detached().withoutAttributes().encode();
    assertCodes(
        judge(SignedDocument.Kind.CMS, bare, new SignedContent.Data(other)),
        SignatureCause.DOCUMENT_SIGNATURE_WRONG);
  }

  @Test
  void attributes_have_to_be_there_once_and_right() throws Exception {
    assertCodes(
        judge(cms(RSA).contentTypeAttribute("1.2.3")), SignatureCause.SIGNED_ATTRIBUTES_WRONG);
    assertCodes(
        judge(cms(RSA).attribute(CMSAttributes.messageDigest, new DEROctetString(new byte[32]))),
        SignatureCause.SIGNED_ATTRIBUTES_WRONG);
    assertCodes(judge(cms(RSA).signedDigest(new byte[32])), SignatureCause.CONTENT_DIGEST_DIFFERS);
  }

  @Test
  void signing_certificate_attribute_must_name_the_signers_own() throws Exception {
    assertCodes(judge(cms(RSA).attribute(SIGNING_CERTIFICATE, named(RSA.certificate()))));
    assertCodes(
        judge(cms(RSA).attribute(SIGNING_CERTIFICATE, named(SM2.certificate()))),
        SignatureCause.SIGNING_CERTIFICATE_DIFFERS);
  }

  private static final org.bouncycastle.asn1.ASN1ObjectIdentifier SIGNING_CERTIFICATE =
      PKCSObjectIdentifiers.id_aa_signingCertificateV2;

  private static SigningCertificateV2 named(Certificate certificate) {
    return new SigningCertificateV2(new ESSCertIDv2(DigestAlgorithm.SHA_256.of(certificate.der())));
  }

  @Test
  void attributes_of_one_signature_do_not_pass_as_the_content_of_another() throws Exception {
    byte[] attributes = cms(RSA).attributeOctets();
    assertCodes(
        judge(cms(RSA).content(attributes).withoutAttributes()), SignatureCause.CONTENT_AMBIGUOUS);
  }

  @Test
  void signer_without_certificate_is_indeterminate_unless_it_is_offered() throws Exception {
    byte[] document = cms(RSA).withoutCertificate().encode();
    assertCodes(
        judge(SignedDocument.Kind.CMS, document, ENCLOSED, SM2.certificate()),
        SignatureCause.SIGNER_CERTIFICATE_MISSING);
    assertCodes(judge(SignedDocument.Kind.CMS, document, ENCLOSED, RSA.certificate()));
  }

  @Test
  void digest_and_algorithm_that_do_not_go_together_are_not_verified() throws Exception {
    assertCodes(
        judge(cms(RSA).digest(DigestAlgorithm.SHA_512)), SignatureCause.DOCUMENT_ALGORITHM_UNFIT);
    assertCodes(judge(cms(RSA).signatureOid("1.2.3")), SignatureCause.DOCUMENT_ALGORITHM_UNFIT);
  }

  @Test
  void sha1_is_refused_even_where_the_signature_is_right() throws Exception {
    Issued old = holder(Kind.RSA_SHA1);
    assertCodes(
        judge(cms(old).digest(DigestAlgorithm.SHA_1)), SignatureCause.DOCUMENT_DIGEST_TOO_WEAK);
  }

  @Test
  void time_claimed_is_told_and_must_not_lie_ahead() throws Exception {
    assertCodes(
        judge(cms(RSA).signedAt(NOW.plus(Duration.ofHours(1)))), SignatureCause.CLAIMED_TIME_LATER);
  }

  @ParameterizedTest
  @EnumSource(SignedDocument.Kind.class)
  void what_is_no_signed_data_is_refused(SignedDocument.Kind kind) throws Exception {
    byte[] good = cms(RSA).encode();
    byte[] deep = new byte[100_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[] {0x30, 0},
            new byte[] {0x30, (byte) 0x84, 0x7F, 0, 0, 0},
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            RSA.certificate().der(),
            deep)) {
      assertThatThrownBy(() -> SignedDocument.parse(kind, bad))
          .isInstanceOf(MalformedObjectException.class);
    }
  }

  @Test
  void every_changed_octet_of_a_document_is_refused_or_found_out() throws Exception {
    byte[] document = cms(P256).withoutCertificate().encode();
    for (int i = 0; i < document.length; i++) {
      byte[] changed = document.clone();
      changed[i] ^= 0x01;
      List<SignerJudgement> judgements;
      try {
        judgements =
            new SignedDataVerifier(List.of(P256.certificate()), new byte[0], NOW)
                .judge(
                    SignedDocument.parse(SignedDocument.Kind.CMS, changed),
                    new SignedContent.Data(CONTENT));
      } catch (MalformedObjectException refused) {
        continue;
      }
      assertThat(judgements).allSatisfy(j -> assertThat(j.algorithm()).isNotNull());
      boolean unchanged = judgements.stream().allMatch(j -> j.reasons().isEmpty());
      if (unchanged) {
        assertThat(judgements).as("octet %s", i).isNotEmpty();
        assertThat(judgements.get(0).certificate()).isEqualTo(P256.certificate());
      }
    }
  }
}
