package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerKeyTest {

  private final Path home;
  private final DataDirectory data;

  ListenerKeyTest(@TempDir Path home) throws StartRefused {
    this.home = home;
    data = new DataDirectory(home.resolve("data"));
    data.create();
  }

  private static Https https(@Nullable Path keystore, String password) {
    return new Https("127.0.0.1", 8443, keystore, password);
  }

  @Test
  void self_signed_key_is_made_once_and_only_its_owner_may_read_it() throws Exception {
    ListenerKey first = ListenerKey.of(https(null, ""), data);
    ListenerKey second = ListenerKey.of(https(null, ""), data);

    assertThat(second.certificate()).isEqualTo(first.certificate());
    assertThat(first.file()).startsWith(data.secrets());
    assertThat(Files.getPosixFilePermissions(first.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(data.secrets()).isDirectoryContaining(f -> f.equals(first.file()));
    try (var files = Files.list(data.secrets())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void operators_key_is_taken_whatever_its_name_and_password() throws Exception {
    Path own = operatorsKey("s3cret password");

    ListenerKey key = ListenerKey.of(https(own, "s3cret password"), data);

    KeyStore taken = KeyStore.getInstance(key.file().toFile(), ListenerKey.PASSWORD.toCharArray());
    assertThat(taken.isKeyEntry(ListenerKey.ALIAS)).isTrue();
    assertThat(Files.getPosixFilePermissions(key.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void wrong_password_refuses_the_start_and_names_the_file_only() throws Exception {
    Path own = operatorsKey("s3cret");

    assertThatThrownBy(() -> ListenerKey.of(https(own, "wr0ng"), data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(own.toString())
        .message()
        .doesNotContain("wr0ng");
  }

  @Test
  void missing_file_refuses_the_start() {
    assertThatThrownBy(() -> ListenerKey.of(https(home.resolve("none.p12"), ""), data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("none.p12")
        .hasMessageContaining("not there");
  }

  @Test
  void file_without_a_key_refuses_the_start() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    Path file = home.resolve("empty.p12");
    try (var out = Files.newOutputStream(file)) {
      empty.store(out, "x".toCharArray());
    }

    assertThatThrownBy(() -> ListenerKey.of(https(file, "x"), data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("holds 0 private keys");
  }

  @Test
  void end_of_the_certificate_and_its_fingerprint_are_told() throws Exception {
    ListenerKey key = ListenerKey.of(https(null, ""), data);
    Instant end = key.certificate().getNotAfter().toInstant();

    assertThat(key.words(end)).startsWith("certificate valid until " + end).contains("SHA-256 ");
    assertThat(key.words(end.plusSeconds(1))).startsWith("certificate EXPIRED on " + end);
  }

  private Path operatorsKey(String password) throws Exception {
    KeyStore made =
        KeyStore.getInstance(
            ListenerKey.of(https(null, ""), data).file().toFile(),
            ListenerKey.PASSWORD.toCharArray());
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        "whatever",
        made.getKey(ListenerKey.ALIAS, ListenerKey.PASSWORD.toCharArray()),
        password.toCharArray(),
        made.getCertificateChain(ListenerKey.ALIAS));
    Path file = home.resolve("own.p12");
    try (var out = Files.newOutputStream(file)) {
      own.store(out, password.toCharArray());
    }
    return file;
  }
}
