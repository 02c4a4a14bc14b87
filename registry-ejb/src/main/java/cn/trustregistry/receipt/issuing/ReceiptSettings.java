package cn.trustregistry.receipt.issuing;

import cn.trustregistry.receipt.ReceiptAlgorithm;
import cn.trustregistry.receipt.TimeStampAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator set. */
@ApplicationScoped
public class ReceiptSettings {
  @Inject
  @ConfigProperty(name = "registry.receipt.algorithm")
  ReceiptAlgorithm algorithm;

  @Inject
  @ConfigProperty(name = "registry.receipt.key.days")
  int keyDays;

  @Inject
  @ConfigProperty(name = "registry.receipt.tsa.url")
  Optional<String> authority;

  @Inject
  @ConfigProperty(name = "registry.receipt.tsa.certificates")
  String certificates;

  @Inject
  @ConfigProperty(name = "registry.public.url")
  String publicUrl;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  ReceiptAlgorithm algorithm() {
    return algorithm;
  }

  Duration keyLife() {
    return Duration.ofDays(keyDays);
  }

  /** URL of the time-stamping authority; empty if receipts are not time-stamped. */
  Optional<String> authority() {
    return authority;
  }

  /** Who is believed; nobody if the file is not there. */
  TimeStampAuthorities authorities() throws IOException, GeneralSecurityException {
    Path file = Path.of(certificates);
    return Files.exists(file)
        ? TimeStampAuthorities.parse(Files.readAllBytes(file))
        : TimeStampAuthorities.NONE;
  }

  String issuer() {
    return publicUrl;
  }

  /** Where the key set is left for the verifier that runs without a server. */
  Path keySet() {
    return Path.of(data, "keys", "receipt-jwks.json");
  }
}
