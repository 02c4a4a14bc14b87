package cn.trustregistry.it.container;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.revocation.TestOcsp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.OCSPReq;

/**
 * An OCSP responder on the loopback interface for the two certificates of a path; good for all it
 * is asked about, unless a test says otherwise.
 */
final class TestResponder implements AutoCloseable {
  static final String NONCE = OCSPObjectIdentifiers.id_pkix_ocsp_nonce.getId();

  /** What is done with a request. */
  interface Behaviour {
    void answer(HttpExchange exchange, OCSPReq request) throws IOException;
  }

  private record Known(TestPki.Authority issuer, Certificate certificate) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Known> known;
  private volatile Behaviour behaviour = (exchange, request) -> send(exchange, good(request));

  private TestResponder(HttpServer server, List<Known> known) {
    this.server = server;
    this.known = known;
  }

  static TestResponder of(TestCompany company, TestPki.Issued holder) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestResponder responder =
          new TestResponder(
              server,
              List.of(
                  new Known(company.issuing(), holder.certificate()),
                  new Known(company.root(), company.issuing().certificate())));
      server.setExecutor(responder.threads);
      server.createContext("/", responder::handle);
      server.start();
      return responder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestResponder doing(Behaviour other) {
    behaviour = other;
    return this;
  }

  /** Answers as usual, but for this change. */
  TestResponder saying(UnaryOperator<TestOcsp> change) {
    return doing((exchange, request) -> send(exchange, change.apply(withNonce(request)).encode()));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp");
  }

  /** How many requests there were. */
  int asked() {
    return asked.get();
  }

  /** A good response that does not bring the nonce back. */
  TestOcsp withoutNonce(OCSPReq request) {
    Instant now = Instant.now();
    Known one =
        known.stream()
            .filter(
                each ->
                    each.certificate()
                        .serial()
                        .equals(request.getRequestList()[0].getCertID().getSerialNumber()))
            .findFirst()
            .orElseThrow();
    return TestOcsp.of(one.issuer(), one.certificate())
        .produced(now)
        .from(now.minusSeconds(60))
        .to(now.plus(Duration.ofHours(1)));
  }

  byte[] good(OCSPReq request) {
    return withNonce(request).encode();
  }

  private TestOcsp withNonce(OCSPReq request) {
    Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    byte[] octets = DEROctetString.getInstance(nonce.getParsedValue()).getOctets();
    return withoutNonce(request).extension(NONCE, false, new DEROctetString(octets));
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      behaviour.answer(exchange, new OCSPReq(exchange.getRequestBody().readAllBytes()));
    }
  }

  static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
