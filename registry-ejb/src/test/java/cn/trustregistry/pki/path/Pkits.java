package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.policy.PolicySettings;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The NIST PKITS data and both tables of what is to come out. */
final class Pkits {
  private static final String POLICY_ARC = "2.16.840.1.101.3.2.1.48.";
  private static final Path HOME = home();
  private static final Map<String, Certificate> READ = new ConcurrentHashMap<>();
  private static final Map<List<String>, TrustMaterial> MATERIALS = new ConcurrentHashMap<>();

  /**
   * One test of the suite.
   *
   * @param issuers file names of the intermediates at hand
   * @param crls file names of the CRLs at hand
   */
  record Case(
      String test,
      String endEntity,
      List<String> issuers,
      List<String> crls,
      boolean valid,
      PolicySettings policies) {
    Certificate target() {
      return certificate(endEntity);
    }

    Case withEverythingAtHand() {
      return new Case(test, endEntity, allIssuers(), files("crls"), valid, policies);
    }

    TrustMaterial material() {
      List<String> files = Stream.concat(issuers.stream(), crls.stream()).toList();
      return MATERIALS.computeIfAbsent(files, key -> read());
    }

    private TrustMaterial read() {
      List<Certificate> known = new ArrayList<>();
      issuers.forEach(file -> known.add(certificate(file)));
      RevocationKnowledge revocation = RevocationKnowledge.NONE;
      for (String file : crls) {
        revocation = received(file, known, revocation);
      }
      return TrustMaterial.of(List.of(TrustAnchor.of(anchor())), known, revocation);
    }

    @Override
    public String toString() {
      return test
          + " "
          + endEntity
          + (valid ? " is valid" : " is not valid")
          + (crls.size() > 50 ? " (everything at hand)" : "");
    }
  }

  private Pkits() {}

  static Certificate anchor() {
    return certificate("TrustAnchorRootCertificate.crt");
  }

  static Certificate certificate(String file) {
    return READ.computeIfAbsent(file, Pkits::read);
  }

  private static Certificate read(String file) {
    try {
      return Certificate.parse(Files.readAllBytes(HOME.resolve("certs").resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(file, e);
    }
  }

  static byte[] crl(String file) {
    try {
      return Files.readAllBytes(HOME.resolve("crls").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a CRL in as it was read, unless it cannot be read at all. */
  private static RevocationKnowledge received(
      String file, List<Certificate> known, RevocationKnowledge before) {
    try {
      RevocationList list = RevocationList.read(crl(file), issuer -> keysOf(issuer, known));
      return before.with(ReceivedCrl.of(list, list.thisUpdate()));
    } catch (MalformedObjectException e) {
      return before;
    }
  }

  private static List<PublicKey> keysOf(DistinguishedName name, List<Certificate> known) {
    Set<PublicKey> keys = new LinkedHashSet<>();
    for (Certificate holder : Stream.concat(Stream.of(anchor()), known.stream()).toList()) {
      if (holder.subject().equals(name)) {
        keys.add(holder.publicKey());
        known.forEach(issuer -> keys.add(holder.publicKey().inheriting(issuer.publicKey())));
      }
    }
    return List.copyOf(keys);
  }

  /** The tests of expected.json, each with the files it names. */
  static List<Case> expected() {
    List<Case> cases = new ArrayList<>();
    try (JsonReader reader =
        Json.createReader(new StringReader(Files.readString(HOME.resolve("expected.json"))))) {
      for (JsonObject test : reader.readArray().getValuesAs(JsonObject.class)) {
        cases.add(
            new Case(
                test.getString("test"),
                test.getString("endEntity"),
                test.getJsonArray("intermediates")
                    .getValuesAs(value -> ((JsonString) value).getString()),
                test.getJsonArray("crls").getValuesAs(value -> ((JsonString) value).getString()),
                test.getBoolean("valid"),
                PolicySettings.ANY));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** The tests of variants.csv, with everything the suite has at hand. */
  static List<Case> variants() {
    List<Case> cases = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(HOME.resolve("variants.csv"))) {
        if (!line.startsWith("#")) {
          String[] field = line.split(";", -1);
          PolicySettings settings =
              new PolicySettings(
                  policies(field[3]),
                  Boolean.parseBoolean(field[4]),
                  Boolean.parseBoolean(field[5]),
                  Boolean.parseBoolean(field[6]));
          cases.add(
              new Case(
                  field[0],
                  field[1],
                  allIssuers(),
                  files("crls"),
                  Boolean.parseBoolean(field[2]),
                  settings));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static Set<String> policies(String names) {
    Set<String> policies = new HashSet<>();
    for (String name : names.split(" ", -1)) {
      policies.add(name.equals("any") ? PolicySettings.ANY_POLICY : POLICY_ARC + name);
    }
    return policies;
  }

  private static List<String> allIssuers() {
    return files("certs").stream()
        .filter(file -> !file.contains("EE.") && !file.startsWith("TrustAnchor"))
        .toList();
  }

  private static List<String> files(String folder) {
    try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home() {
    try {
      return Path.of(Objects.requireNonNull(Pkits.class.getResource("/pkits")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
