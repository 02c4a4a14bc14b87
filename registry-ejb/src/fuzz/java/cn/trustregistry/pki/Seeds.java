package cn.trustregistry.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * What fuzzing starts from: the files of PKITS, SM2 objects, and one object of about 64 KiB, since
 * the fuzzer makes no input larger than its largest seed.
 */
public final class Seeds {
  private static final TestPki.Authority CA = TestPki.root("C=CN,O=Seed", TestKey.Kind.SM2);

  private Seeds() {}

  static Stream<byte[]> certificates() throws IOException {
    GeneralName[] names = new GeneralName[3_000];
    Arrays.setAll(names, i -> new GeneralName(GeneralName.dNSName, "h" + i + ".example.com"));
    return Stream.concat(
        files("certs"),
        Stream.of(
            CA.certificate().der(),
            CA.issue("CN=Large", spec -> spec.alternativeNames(names)).certificate().der()));
  }

  /** DER of revocation lists. */
  public static Stream<byte[]> lists() throws IOException {
    TestPki.CrlSpec large = CA.crl(1);
    for (int i = 0; i < 1_800; i++) {
      large.revoke(BigInteger.valueOf(1_000_000 + i), TestPki.NOW, i % 7);
    }
    return Stream.concat(files("crls"), Stream.of(CA.crl(2).encode(), large.encode()));
  }

  private static Stream<byte[]> files(String folder) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(home().resolve(folder))) {
      for (Path file : files.sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents.stream();
  }

  private static Path home() {
    try {
      return Path.of(Objects.requireNonNull(Seeds.class.getResource("/pkits")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
