package cn.trustregistry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the walk of the README into a shell, as a newcomer does. */
@ExtendWith(SharedRegistry.class)
class WalkIT {
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern STEP =
      Pattern.compile("<!-- walk -->\n```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void walk_of_the_readme_goes_from_valid_to_revoked(RegistryProcess registry, @TempDir Path folder)
      throws Exception {
    String printed = paste(walk(registry), registry, folder);
    assertThat(printed).contains("\"holderKind\":\"UNIT\"");
    assertThat(printed)
        .containsSubsequence(
            "verdict>VALID", "\"action\":\"REVOKE\"", "verdict>INVALID", "noticeId>");
    assertThat(printed).contains("CERTIFICATE_REVOKED");
  }

  private static String walk(RegistryProcess registry) throws IOException {
    String steps =
        STEP.matcher(Files.readString(README))
            .results()
            .map(step -> step.group(1))
            .collect(Collectors.joining("\n"));
    assertThat(steps).as("steps of the walk in README.md").isNotBlank();
    return steps
        .replace("http://127.0.0.1:8080", registry.base().toString().replaceAll("/$", ""))
        .replace("data/demo", registry.data().resolve("demo").toAbsolutePath().toString());
  }

  private static String paste(String script, RegistryProcess registry, Path folder)
      throws IOException, InterruptedException {
    DemoClient client = DemoClient.of(registry);
    ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script);
    shell.environment().put("GXCA_SECRET", client.secret("gxca-client"));
    shell.environment().put("CENTRE_SECRET", client.secret("centre-450100"));
    Process process = shell.directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
