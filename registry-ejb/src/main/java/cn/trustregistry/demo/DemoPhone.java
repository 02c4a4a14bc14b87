package cn.trustregistry.demo;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.scan.HashAlgorithm;
import cn.trustregistry.scan.Signers;
import cn.trustregistry.scan.SigningRefused;
import cn.trustregistry.scan.SigningRequest;
import cn.trustregistry.scan.SigningSession;
import cn.trustregistry.scan.SigningSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.operator.ContentSigner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The app of a CA company with somebody's mobile key in it, and a centre that asks it to sign. */
@ApplicationScoped
public class DemoPhone {
  private static final String CENTRE = "450100";
  private static final List<String> HOLDERS =
      List.of("mobile-sm2", "mobile-rsa", "mobile-person-sm2", "unit-rsa");

  /**
   * A key in the phone.
   *
   * @param id name of the demonstration's files
   */
  public record Key(String tenant, String companyZh, String companyEn, String id) {}

  @Inject Signers signers;
  @Inject SigningSessions sessions;

  @Inject
  @ConfigProperty(name = "registry.demo")
  boolean demo;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  public boolean isOn() {
    return demo;
  }

  /** The keys to choose from; the last of each company is on a USB key and will be refused. */
  public List<Key> keys() {
    return GuangxiCompany.ALL.stream()
        .flatMap(
            company ->
                HOLDERS.stream()
                    .map(id -> new Key(company.code(), company.nameZh(), company.nameEn(), id)))
        .toList();
  }

  /** The centre of Nanning asks for a signature on a made-up contract. */
  public SigningSessions.Opened ask(String purpose, Instant at) {
    requireDemo();
    MessageDigest digest = Sha256.digest();
    byte[] hash = digest.digest((purpose + at).getBytes(StandardCharsets.UTF_8));
    SigningRequest request =
        new SigningRequest(
            hash,
            HashAlgorithm.SHA256,
            purpose,
            Stage.CONTRACT_SIGNING,
            new CategoryRef("GGZY", "1", "0101"),
            null,
            null,
            null,
            null,
            SigningRequest.USUAL_LIFE);
    return sessions.open(new CentreClient(CENTRE, "demo-centre"), request, at);
  }

  /** Scans a code with the app of a company. */
  public SigningSession scan(String tenant, String token, Instant at) {
    requireDemo();
    return signers.claim(app(tenant), token, at);
  }

  /** Signs with one of the demonstration's keys. */
  public SigningSession sign(String tenant, String id, String session, Instant at) {
    requireDemo();
    Key key =
        keys().stream()
            .filter(k -> k.tenant().equals(tenant) && k.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such key"));
    SigningSession asked = signers.read(app(tenant), session, at);
    DemoFiles files = new DemoFiles(Path.of(data, "demo"));
    String file = key.tenant() + "/" + key.id() + "-sign";
    byte[] signature = signature(key, files, file, asked.request().hash());
    return signers.sign(app(tenant), session, certificate(files, file), signature, at);
  }

  /** A session that the app has claimed; empty if it is gone. */
  public Optional<SigningSession> look(String tenant, String session, Instant at) {
    requireDemo();
    try {
      return Optional.of(signers.read(app(tenant), session, at));
    } catch (SigningRefused gone) {
      return Optional.empty();
    }
  }

  public SigningSession decline(String tenant, String session, Instant at) {
    requireDemo();
    return signers.decline(app(tenant), session, at);
  }

  private static byte[] signature(Key key, DemoFiles files, String file, byte[] hash) {
    DemoKeys kind = key.id().endsWith("sm2") ? DemoKeys.SM2 : DemoKeys.RSA;
    ContentSigner signer = kind.signer(files.readKeys(file));
    try (OutputStream out = signer.getOutputStream()) {
      out.write(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return signer.getSignature();
  }

  private static Certificate certificate(DemoFiles files, String file) {
    try {
      return Certificate.parse(files.readCertificate(file));
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("the demo certificate " + file + " cannot be read", e);
    }
  }

  private static CaClient app(String tenant) {
    return new CaClient(tenant, "demo-phone", EnumSet.of(Scope.SIGN));
  }

  private void requireDemo() {
    if (!demo) {
      throw new IllegalStateException("only in demonstration mode");
    }
  }
}
