package cn.trustregistry.pki;

import cn.trustregistry.pki.SignatureSchemes.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Native code that verifies signatures faster than Bouncy Castle, where it can be loaded: the
 * Amazon Corretto Crypto Provider, reached over the JCA, for each kind of key whose known answer it
 * gives when the engine starts.
 *
 * <p>Only its yes counts. Whatever else it says, Bouncy Castle is asked, so that an answer never
 * depends on the machine it was given on.
 */
public final class FastSignatures {
  private static final String NAME = "AmazonCorrettoCryptoProvider";
  private static final byte[] MESSAGE = "known answer".getBytes(StandardCharsets.UTF_8);

  /** Kinds of keys by identifier, each with its name among the known answers. */
  private static final Map<String, String> KINDS = kinds();

  private static final @Nullable Provider PROVIDER = find();
  private static final Set<String> CHECKED = checked(PROVIDER);

  private FastSignatures() {}

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(PublicKey.RSA, "RSA");
    kinds.put(PublicKey.EC, "ECDSA");
    kinds.put(PublicKey.ED25519, "Ed25519");
    return kinds;
  }

  /** For each kind of signature the library that verifies it here, to be said at start. */
  public static Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    KINDS.forEach((kind, name) -> chosen.put(name, CHECKED.contains(kind) ? NAME : "BouncyCastle"));
    chosen.put("SM2", "BouncyCastle");
    return chosen;
  }

  /**
   * What signs natively with keys of this kind here; empty if nothing does.
   *
   * @param keyAlgorithm as {@link PublicKey#algorithm} names it
   */
  public static Optional<Provider> provider(String keyAlgorithm) {
    return CHECKED.contains(keyAlgorithm) ? Optional.ofNullable(PROVIDER) : Optional.empty();
  }

  /** Whether the signature is known to be good; if not, nothing is known of it. */
  static boolean isGood(Scheme scheme, PublicKey key, byte[] octets, byte[] signature) {
    String name = scheme.platformName();
    return PROVIDER != null
        && name != null
        && CHECKED.contains(scheme.keyAlgorithm())
        && verifies(PROVIDER, name, key, octets, signature);
  }

  private static boolean verifies(
      Provider provider, String name, PublicKey key, byte[] octets, byte[] signature) {
    try {
      java.security.PublicKey platformKey = key.platformKey(provider);
      if (platformKey == null) {
        return false;
      }
      Signature verifying = Signature.getInstance(name, provider);
      verifying.initVerify(platformKey);
      verifying.update(octets);
      return verifying.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static @Nullable Provider find() {
    try {
      return ServiceLoader.load(Provider.class, FastSignatures.class.getClassLoader()).stream()
          .filter(each -> each.type().getSimpleName().equals(NAME))
          .findFirst()
          .map(ServiceLoader.Provider::get)
          .orElse(null);
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      return null;
    }
  }

  /** The kinds of keys that the provider gives the known answers for. */
  private static Set<String> checked(@Nullable Provider provider) {
    if (provider == null) {
      return Set.of();
    }
    Properties answers = answers();
    Set<String> checked = new HashSet<>();
    KINDS.forEach(
        (kind, name) -> {
          if (answersRight(provider, name, answers)) {
            checked.add(kind);
          }
        });
    return checked;
  }

  /** Whether it takes a signature known to be good and refuses it over anything else. */
  private static boolean answersRight(Provider provider, String name, Properties answers) {
    try {
      PublicKey key = PublicKey.parse(decoded(answers, name + ".key"));
      byte[] signature = decoded(answers, name + ".signature");
      String algorithm = Objects.requireNonNull(answers.getProperty(name + ".algorithm"));
      return verifies(provider, algorithm, key, MESSAGE, signature)
          && !verifies(provider, algorithm, key, new byte[MESSAGE.length], signature);
    } catch (MalformedObjectException | LinkageError e) {
      return false;
    }
  }

  private static byte[] decoded(Properties answers, String name) {
    return Base64.getDecoder().decode(Objects.requireNonNull(answers.getProperty(name)));
  }

  private static Properties answers() {
    Properties answers = new Properties();
    try (InputStream in = FastSignatures.class.getResourceAsStream("known-answers.properties")) {
      answers.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }
}
