package cn.trustregistry.responder;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.responder.ResponseWriter.Said;
import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import cn.trustregistry.signing.TestSigners;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signed responses under the library's own verifier. */
class ResponseWriterTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final TestPki.Authority ca = TestPki.root("C=CN,O=OCSP Root", TestKey.Kind.P256);
  private final Certificate holder = ca.issue("C=CN,CN=OCSP Holder").certificate();

  private CertID id() throws Exception {
    return new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new X509CertificateHolder(ca.certificate().der()),
            holder.serial())
        .toASN1Primitive();
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void response_says_all_three_states_and_its_signature_is_good(SigningAlgorithm algorithm)
      throws Exception {
    SigningIdentity signer = TestSigners.signer(SigningUse.OCSP, algorithm, NOW);
    List<Said> all =
        List.of(
            new Said(id(), new Standing.Good(NOW.minusSeconds(60), NOW.plusSeconds(90))),
            new Said(
                id(),
                new Standing.Revoked(NOW, RevocationReason.CERTIFICATE_HOLD, NOW.minusSeconds(1))),
            new Said(id(), new Standing.Undecided()));
    StatusAnswer.Signed answer = new ResponseWriter(signer, WINDOW).write(all, null, NOW);
    BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer.der()).getResponseObject();
    assertThat(
            basic.isSignatureValid(
                new JcaContentVerifierProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(basic.getCerts()[0])))
        .isTrue();
    assertThat(basic.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
    assertThat(basic.getResponses()[0].getNextUpdate()).isEqualTo(NOW.plusSeconds(90));
    assertThat(((RevokedStatus) basic.getResponses()[1].getCertStatus()).getRevocationReason())
        .isEqualTo(6);
    assertThat(basic.getResponses()[2].getCertStatus()).isInstanceOf(UnknownStatus.class);
    assertThat(answer.keepUntil()).isEqualTo(NOW);
  }

  @Test
  void answer_may_be_kept_as_long_as_the_shortest_of_its_statements_and_not_at_all_with_a_nonce()
      throws Exception {
    ResponseWriter writer =
        new ResponseWriter(TestSigners.signer(SigningUse.OCSP, SigningAlgorithm.P256, NOW), WINDOW);
    List<Said> all =
        List.of(
            new Said(id(), new Standing.Good(NOW, NOW.plusSeconds(90))),
            new Said(id(), new Standing.Revoked(NOW, RevocationReason.SUPERSEDED, NOW)));
    assertThat(writer.write(all, null, NOW).keepUntil()).isEqualTo(NOW.plusSeconds(90));
    Extension nonce =
        new Extension(
            OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
            false,
            new DEROctetString(new byte[16]).getEncoded());
    StatusAnswer.Signed withNonce = writer.write(all, nonce, NOW);
    assertThat(withNonce.keepUntil()).isEqualTo(NOW);
    BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(withNonce.der()).getResponseObject();
    assertThat(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)).isEqualTo(nonce);
  }
}
