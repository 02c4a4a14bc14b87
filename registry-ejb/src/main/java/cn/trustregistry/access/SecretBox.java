package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what the registry must be able to read again and nobody else who sees the database
 * (AES-256-GCM, NIST SP 800-38D).
 *
 * <p>Its key is the setting {@code registry.seal.key} (32 octets, base64), which the nodes of a
 * cluster share, or else a file in the data directory that only its owner reads.
 */
@ApplicationScoped
public class SecretBox {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_OCTETS = 32;
  private static final int NONCE_OCTETS = 12;
  private static final int TAG_BITS = 128;

  @Inject
  @ConfigProperty(name = "registry.data")
  String data;

  @Inject
  @ConfigProperty(name = "registry.seal.key")
  Optional<String> configured;

  private SecretKey key;

  @PostConstruct
  void open() {
    byte[] octets =
        configured
            .map(text -> Base64.getDecoder().decode(text))
            .orElseGet(() -> fileKey(Path.of(data, "keys", "seal-key")));
    if (octets.length != KEY_OCTETS) {
      throw new IllegalStateException("registry.seal.key must be 32 octets in base64");
    }
    key = new SecretKeySpec(octets, "AES");
  }

  /**
   * @param context names what is sealed; it opens under the same name only
   */
  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_OCTETS];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      byte[] box = Arrays.copyOf(nonce, NONCE_OCTETS + sealed.length);
      System.arraycopy(sealed, 0, box, NONCE_OCTETS, sealed.length);
      return box;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** What was sealed; empty if it was sealed with another key, under another name, or altered. */
  public Optional<byte[]> open(byte[] box, String context) {
    if (box.length < NONCE_OCTETS) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(box, NONCE_OCTETS);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, context)
              .doFinal(box, NONCE_OCTETS, box.length - NONCE_OCTETS));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }

  private static byte[] fileKey(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written aside and moved, so that a crash leaves no half of a key. */
  private static void create(Path file) throws IOException {
    byte[] fresh = new byte[KEY_OCTETS];
    RANDOM.nextBytes(fresh);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path aside =
        Files.createTempFile(
            folder,
            "seal-key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(aside, Base64.getEncoder().encodeToString(fresh));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
