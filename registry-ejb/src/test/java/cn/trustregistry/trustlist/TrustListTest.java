package cn.trustregistry.trustlist;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import cn.trustregistry.signing.TestSigners;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a trust list says of an issuer at each moment of its life, and that it is signed. */
class TrustListTest {
  private static final TrustListScheme.Facts SCHEME =
      new TrustListScheme.Facts(
          "Operator", "运营者", "Street 1", "Nanning", "a@example", "http://registry.example");
  private static final Duration DAY = Duration.ofDays(1);

  private final Certificate root = TestPki.root("C=CN,O=List Root", TestKey.Kind.SM2).certificate();

  private Issuer issuer() {
    return new Issuer(
        "gxca", Issuer.Kind.ANCHOR, root, NOW.minus(DAY), NOW.plus(DAY), NOW.minusSeconds(60));
  }

  @Test
  void issuer_is_listed_from_admission_on_and_deprecated_from_the_end_of_its_window_with_history() {
    assertThat(TrustService.of(issuer(), NOW.minusSeconds(61))).isEmpty();
    assertThat(TrustService.of(issuer(), NOW).orElseThrow().states())
        .containsExactly(
            new TrustService.State(TrustService.Status.RECOGNISED, NOW.minusSeconds(60)));
    assertThat(TrustService.of(issuer(), NOW.plus(DAY)).orElseThrow().states())
        .containsExactly(
            new TrustService.State(TrustService.Status.DEPRECATED, NOW.plus(DAY)),
            new TrustService.State(TrustService.Status.RECOGNISED, NOW.minusSeconds(60)));
  }

  @Test
  void what_it_says_changes_with_the_states_and_not_with_time() {
    assertThat(content(NOW).sha256()).isEqualTo(content(NOW.plusSeconds(60)).sha256());
    assertThat(content(NOW).sha256()).isNotEqualTo(content(NOW.plus(DAY)).sha256());
  }

  @Test
  void history_is_written_with_the_state_before() {
    Document list = TrustListDocument.write(content(NOW.plus(DAY)), 7, NOW, NOW.plus(DAY));
    assertThat(texts(list, "ServiceStatus"))
        .containsExactly(
            TrustService.Status.DEPRECATED.uri(), TrustService.Status.RECOGNISED.uri());
    assertThat(list.getElementsByTagNameNS(TrustListDocument.NAMESPACE, "X509Certificate"))
        .extracting(NodeList::getLength)
        .isEqualTo(1);
  }

  @Test
  void signature_covers_the_whole_list_and_the_properties() throws Exception {
    SigningIdentity signer = TestSigners.signer(SigningUse.TRUST_LIST, SigningAlgorithm.P256, NOW);
    Document list = TrustListDocument.write(content(NOW), 7, NOW, NOW.plus(DAY));
    new XadesSignature(signer).sign(list, NOW);
    assertThat(isSigned(list, signer)).isTrue();
    Element time =
        (Element)
            list.getElementsByTagNameNS("http://uri.etsi.org/01903/v1.3.2#", "SigningTime").item(0);
    String text = time.getTextContent();
    time.setTextContent("2000-01-01T00:00:00Z");
    assertThat(isSigned(list, signer)).isFalse();
    time.setTextContent(text);
    list.getElementsByTagNameNS(TrustListDocument.NAMESPACE, "TSLSequenceNumber")
        .item(0)
        .setTextContent("8");
    assertThat(isSigned(list, signer)).isFalse();
  }

  private TrustListContent content(Instant at) {
    CaCompany company = new CaCompany("gxca", "广西CA", "GXCA", "", SubjectIdMapping.COMMON);
    return new TrustListContent(
        SCHEME,
        List.of(
            new TrustListContent.Provider(
                company, TrustService.of(issuer(), at).stream().toList())));
  }

  private static List<String> texts(Document list, String name) {
    var found = list.getElementsByTagNameNS(TrustListDocument.NAMESPACE, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static boolean isSigned(Document list, SigningIdentity signer) throws Exception {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(Objects.requireNonNull(signer.certificate()).der()));
    DOMValidateContext context =
        new DOMValidateContext(
            certificate.getPublicKey(),
            list.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature").item(0));
    Element properties =
        (Element)
            list.getElementsByTagNameNS("http://uri.etsi.org/01903/v1.3.2#", "SignedProperties")
                .item(0);
    context.setIdAttributeNS(properties, null, "Id");
    return XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
  }
}
