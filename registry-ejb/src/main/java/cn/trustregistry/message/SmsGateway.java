package cn.trustregistry.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.outbound.Outbound;
import cn.trustregistry.outbound.OutboundRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends through the operator's SMS gateway: a POST of {@code {"to": ..., "text": ...}} with a
 * bearer token.
 */
@ApplicationScoped
class SmsGateway {
  @Inject Outbound outbound;

  @Inject
  @ConfigProperty(name = "registry.sms.url")
  Optional<URI> url;

  @Inject
  @ConfigProperty(name = "registry.sms.token")
  Optional<String> token;

  boolean isConfigured() {
    return url.isPresent() && token.isPresent();
  }

  void send(String to, String text) throws SendingFailed {
    byte[] body =
        Json.createObjectBuilder()
            .add("to", to)
            .add("text", text)
            .build()
            .toString()
            .getBytes(UTF_8);
    try {
      outbound.post(
          url.orElseThrow(), body, Map.of("Authorization", "Bearer " + token.orElseThrow()));
    } catch (OutboundRefused refused) {
      throw new SendingFailed("sms: " + refused.reason());
    }
  }
}
