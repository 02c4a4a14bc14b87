package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.IssuerStanding;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions.BasicConstraints;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.Octets;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One CA certificate, taken apart for reading. */
@Named("issuerPage")
@RequestScoped
public class IssuerPage {
  /** A field of the certificate in words. */
  public record Fact(String key, String value, boolean code) {}

  @Inject Authorities authorities;
  @Inject Desk desk;
  @Inject Texts texts;
  @Inject Words words;

  private String sha256 = "";
  private @Nullable IssuerStanding standing;

  /** Looks it up; who may not see it learns no more than that there is none. */
  public void load() throws IOException {
    standing =
        authorities
            .standing(sha256)
            .filter(s -> desk.person().mayForCompany(Permission.SEE, s.issuer().tenant()))
            .orElse(null);
    if (standing == null) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, sha256);
      faces.responseComplete();
    }
  }

  public @Nullable IssuerStanding getStanding() {
    return standing;
  }

  public List<Fact> getFacts() {
    IssuerStanding shown = standing;
    if (shown == null) {
      return List.of();
    }
    Certificate certificate = shown.issuer().certificate();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("subject", certificate.subject().toString(), false));
    facts.add(new Fact("issuedBy", certificate.issuer().toString(), false));
    facts.add(new Fact("serial", certificate.serial().toString(16), true));
    facts.add(
        new Fact(
            "validity",
            texts.time(certificate.notBefore()) + " – " + texts.time(certificate.notAfter()),
            false));
    facts.add(new Fact("key", key(certificate.publicKey()), false));
    facts.add(new Fact("signatureAlgorithm", certificate.signatureAlgorithm().oid(), true));
    facts.add(new Fact("basicConstraints", constraints(certificate), false));
    facts.add(new Fact("keyUsage", usage(certificate), false));
    facts.add(new Fact("keyIdentifier", identifier(certificate), true));
    facts.add(new Fact("fingerprint", certificate.sha256(), true));
    return facts;
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

  private String identifier(Certificate certificate) {
    Octets octets = certificate.extensions().subjectKeyIdentifier();
    return octets == null ? words.text("none") : HexFormat.of().formatHex(octets.toArray());
  }

  public String getPem() {
    IssuerStanding shown = standing;
    if (shown == null) {
      return "";
    }
    return PemText.of(shown.issuer().certificate().der());
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256 == null ? "" : sha256;
  }
}
