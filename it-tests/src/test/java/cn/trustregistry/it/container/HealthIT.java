package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.TestServers;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class HealthIT {

  private static HttpResponse<String> ready() throws Exception {
    HttpRequest question =
        HttpRequest.newBuilder(TestServers.containerBase().resolve("health/ready")).build();
    return HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
  }

  @Test
  void health_door_says_that_the_registry_is_up() throws Exception {
    HttpResponse<String> answer = ready();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"");
  }

  @Test
  void health_door_says_which_library_verifies_which_kind_of_signature() throws Exception {
    String library = "\"(AmazonCorrettoCryptoProvider|BouncyCastle)\"";
    String body = ready().body();
    assertThat(body).contains("\"name\":\"signatures\"").contains("\"SM2\":\"BouncyCastle\"");
    for (String kind : List.of("RSA", "ECDSA", "Ed25519")) {
      assertThat(body).containsPattern("\"" + kind + "\":" + library);
    }
  }
}
