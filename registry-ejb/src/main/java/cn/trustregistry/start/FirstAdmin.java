package cn.trustregistry.start;

import cn.trustregistry.account.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Invites the first admin of an empty registry. The launcher shows the invitation once and deletes
 * the file; it works once and for three days, and a start without anybody makes a new one.
 */
@ApplicationScoped
public class FirstAdmin {
  private static final String NAME = "admin";

  @Inject People people;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  @Inject
  @ConfigProperty(name = "registry.public.url")
  String address;

  void invite(Instant at) {
    people.inviteFirst(NAME, "registry-start", at).ifPresent(this::write);
  }

  private void write(String token) {
    Path file = Path.of(data, "setup-once.txt");
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file,
          "首位管理员的启用链接（仅显示一次，3 天内有效） / set-up link of the first administrator, shown only once\n  "
              + address
              + "/invitation.xhtml?token="
              + token
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
