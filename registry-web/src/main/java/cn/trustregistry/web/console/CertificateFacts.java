package cn.trustregistry.web.console;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions.BasicConstraints;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A certificate taken apart for reading. */
@RequestScoped
public class CertificateFacts {
  /** A field of the certificate in words. */
  public record Fact(String key, String value, boolean code) {}

  @Inject Texts texts;
  @Inject Words words;

  List<Fact> of(Certificate certificate) {
    return List.of(
        new Fact("subject", certificate.subject().toString(), false),
        new Fact("issuedBy", certificate.issuer().toString(), false),
        new Fact("serial", certificate.serial().toString(16), true),
        new Fact(
            "validity",
            texts.time(certificate.notBefore()) + " – " + texts.time(certificate.notAfter()),
            false),
        new Fact("key", key(certificate.publicKey()), false),
        new Fact("signatureAlgorithm", certificate.signatureAlgorithm().oid(), true),
        new Fact("basicConstraints", constraints(certificate), false),
        new Fact("keyUsage", usage(certificate), false),
        new Fact("extendedKeyUsage", extendedUsage(certificate), true),
        new Fact("keyIdentifier", identifier(certificate), true),
        new Fact("fingerprint", certificate.sha256(), true));
  }

  private static String key(PublicKey key) {
    String kind =
        switch (key.algorithm()) {
          case PublicKey.RSA -> "RSA";
          case PublicKey.DSA -> "DSA";
          case PublicKey.ED25519 -> "Ed25519";
          default -> key.isSm2() ? "SM2" : "EC " + key.curve();
        };
    return key.bits() == 0 ? kind : kind + " " + key.bits();
  }

  private String constraints(Certificate certificate) {
    BasicConstraints constraints = certificate.extensions().basicConstraints();
    if (constraints == null || !constraints.ca()) {
      return words.text("none");
    }
    return constraints.pathLength() == null
        ? "CA"
        : "CA, " + words.text("pathLength", constraints.pathLength());
  }

  private String usage(Certificate certificate) {
    Set<KeyUsage> usage = certificate.extensions().keyUsage();
    return usage == null
        ? words.text("none")
        : usage.stream().map(KeyUsage::name).sorted().collect(Collectors.joining(", "));
  }

  private String extendedUsage(Certificate certificate) {
    Set<String> usage = certificate.extensions().extendedKeyUsage();
    return usage == null ? words.text("none") : String.join(", ", new TreeSet<>(usage));
  }

  private String identifier(Certificate certificate) {
    Octets octets = certificate.extensions().subjectKeyIdentifier();
    return octets == null ? words.text("none") : HexFormat.of().formatHex(octets.toArray());
  }
}
