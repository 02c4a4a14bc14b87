package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.demo.CertificatePress.Sheet;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a registry: warm certificates have been asked about before, cold ones never.
 * Every certificate is published and good.
 */
public final class Questions {
  /** Of how many questions one is about a cold certificate. */
  private static final int COLD_SHARE = 20;

  private static final int WARM = 200;
  private static final int BATCH = 100;
  private static final int LINES = 2_000;
  private static final String SOAP = "/soap/v1/validation";
  private static final String TEXT_XML = "Content-Type: text/xml; charset=utf-8\r\n";

  private final Registry registry;
  private final CertificatePress press;
  private final Instant from = Instant.now().minus(Duration.ofDays(30));
  private final Instant to = Instant.now().plus(Duration.ofDays(335));
  private final List<X509CertificateHolder> certificates = new ArrayList<>();
  private final List<byte[]> single = new ArrayList<>();
  private final byte[] batch;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger cold = new AtomicInteger(WARM);

  /** Publishes as many certificates; so many questions can be asked about cold ones. */
  public Questions(Registry registry, CertificatePress press, int coldOnes) throws Exception {
    this.registry = registry;
    this.press = press;
    StringBuilder items = new StringBuilder();
    for (int first = 0; first < WARM + coldOnes; first += LINES) {
      List<byte[]> printed = printed(first, Math.min(LINES, WARM + coldOnes - first));
      publish(printed);
      for (byte[] der : printed) {
        if (single.size() < BATCH) {
          items.append("<v:item>").append(content(der)).append("</v:item>");
        }
        single.add(soap("ValidateCertificate", content(der)));
        if (certificates.size() < WARM) {
          certificates.add(new X509CertificateHolder(der));
        }
      }
    }
    batch = soap("ValidateCertificates", items.toString());
  }

  private List<byte[]> printed(int first, int count) {
    return IntStream.range(first, first + count)
        .parallel()
        .mapToObj(seed -> press.print(new Sheet(seed, seed, Sheet.SIGNING, from, to)))
        .toList();
  }

  private void publish(List<byte[]> printed) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    printed.forEach(der -> lines.append(CertificatePress.line(der)));
    String results =
        registry.post(
            "gxca-client",
            "/api/v1/certificates/bulk",
            "application/x-ndjson",
            lines.toString().getBytes(UTF_8));
    long published = results.lines().filter(line -> line.contains("\"PUBLISHED\"")).count();
    if (published != printed.size()) {
      throw new IOException("published " + published + " of " + printed.size());
    }
  }

  private static String content(byte[] der) {
    return "<v:certificate>"
        + Base64.getEncoder().encodeToString(der)
        + "</v:certificate><v:category>0101</v:category><v:stage>LOGIN</v:stage>";
  }

  private byte[] soap(String operation, String content) {
    String body =
        String.format(
            Locale.ROOT,
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + "<v:%1$s xmlns:v=\"urn:trustregistry:validation:v1\">%2$s</v:%1$s>"
                + "</soap:Body></soap:Envelope>",
            operation,
            content);
    String headers = TEXT_XML + "Authorization: " + registry.basic("centre-450100") + "\r\n";
    return Call.post(SOAP, headers, body.getBytes(UTF_8));
  }

  /** One certificate after the other, all of them warm. */
  public Call warm() {
    return Call.of(
        registry.port(), () -> single.get(asked.getAndIncrement() % WARM), "verdict>VALID<");
  }

  /** Each twentieth question is about a certificate that was never asked about. */
  public Call mixed() {
    return Call.of(registry.port(), this::next, "verdict>VALID<");
  }

  private byte[] next() {
    int number = asked.getAndIncrement();
    if (number % COLD_SHARE != 0) {
      return single.get(number % WARM);
    }
    int next = cold.getAndIncrement();
    if (next >= single.size()) {
      throw new IllegalStateException("no cold certificate is left");
    }
    return single.get(next);
  }

  /** A hundred warm certificates in one message. */
  public Call batch() {
    return Call.of(registry.port(), () -> batch, "verdict>VALID<");
  }

  /** An operation of the probe's that does nothing. */
  public Call echo(String path) {
    String body =
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            + "<b:echo xmlns:b=\"urn:trustregistry:bench\"><arg0>ok</arg0></b:echo>"
            + "</soap:Body></soap:Envelope>";
    byte[] request = Call.post("/bench/" + path, TEXT_XML, body.getBytes(UTF_8));
    return Call.of(registry.port(), () -> request, "<return>ok</return>");
  }

  /** The probe's resource that does nothing. */
  public Call rest() {
    byte[] request = Call.get("/bench/rest/empty");
    return Call.of(registry.port(), () -> request, "ok");
  }

  /**
   * OCSP requests about warm certificates.
   *
   * @param port of the registry or of another responder
   * @param withNonce whether each has one, so that each answer has to be signed for it alone
   */
  public Call ocsp(int port, String path, boolean withNonce) throws GeneralSecurityException {
    List<byte[]> requests = new ArrayList<>();
    Random random = new Random(1);
    for (X509CertificateHolder certificate : certificates) {
      byte[] der = ocspRequest(certificate, withNonce ? random : null);
      requests.add(Call.post(path, "Content-Type: application/ocsp-request\r\n", der));
    }
    AtomicInteger next = new AtomicInteger();
    // id-pkix-ocsp-basic: it is in successful answers only
    byte[] basic = {0x2b, 6, 1, 5, 5, 7, 0x30, 1, 1};
    return new Call(
        port,
        () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())),
        200,
        basic);
  }

  private byte[] ocspRequest(X509CertificateHolder certificate, @Nullable Random random)
      throws GeneralSecurityException {
    try {
      OCSPReqBuilder request =
          new OCSPReqBuilder()
              .addRequest(
                  new CertificateID(
                      new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                      press.issuer(),
                      certificate.getSerialNumber()));
      if (random != null) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        request.setRequestExtensions(
            new Extensions(
                new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                    false,
                    new DEROctetString(nonce).getEncoded())));
      }
      return request.build().getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /**
   * XKMS requests (W3C XKMS 2.0, Validate) about warm certificates.
   *
   * @param port of the registry or of another service
   */
  public Call xkms(int port) throws IOException {
    String headers = TEXT_XML + "Authorization: " + registry.basic("centre-450100") + "\r\n";
    List<byte[]> requests = new ArrayList<>();
    for (X509CertificateHolder certificate : certificates) {
      String body =
          "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
              + "<ValidateRequest xmlns=\"http://www.w3.org/2002/03/xkms#\" Id=\"I1\""
              + " Service=\"bench\"><QueryKeyBinding>"
              + "<KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data>"
              + "<X509Certificate>"
              + Base64.getEncoder().encodeToString(certificate.getEncoded())
              + "</X509Certificate></X509Data></KeyInfo></QueryKeyBinding></ValidateRequest>"
              + "</S:Body></S:Envelope>";
      requests.add(Call.post("/xkms", headers, body.getBytes(UTF_8)));
    }
    AtomicInteger next = new AtomicInteger();
    return Call.of(
        port,
        () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())),
        "xkms#Valid\"");
  }

  /** Serial numbers of the certificates that OCSP is asked about. */
  public List<String> serials() {
    return certificates.stream()
        .map(each -> each.getSerialNumber().toString(16).toUpperCase(Locale.ROOT))
        .toList();
  }
}
