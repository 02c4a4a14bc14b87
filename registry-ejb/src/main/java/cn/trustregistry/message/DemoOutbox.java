package cn.trustregistry.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where texts land in demonstration mode: one file each, for the owner's eyes. */
@ApplicationScoped
class DemoOutbox {
  @Inject
  @ConfigProperty(name = "registry.demo")
  boolean demo;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  boolean isOpen() {
    return demo;
  }

  /** Written aside and moved, so that who looks sees whole files only. */
  void put(long id, Channel channel, String to, String text) throws SendingFailed {
    Path folder = Path.of(data, "demo", "outbox");
    try {
      Files.createDirectories(folder);
      Path aside =
          Files.createTempFile(
              folder,
              ".message",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(aside, channel + " " + to + "\n" + text + "\n");
      Files.move(aside, folder.resolve("%08d.txt".formatted(id)), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SendingFailed("outbox: " + e.getClass().getSimpleName());
    }
  }
}
