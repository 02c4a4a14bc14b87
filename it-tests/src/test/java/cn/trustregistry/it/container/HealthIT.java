package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.TestServers;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class HealthIT {

  @Test
  void health_door_says_that_the_registry_is_up() throws Exception {
    HttpRequest question =
        HttpRequest.newBuilder(TestServers.containerBase().resolve("health/ready")).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"");
  }
}
