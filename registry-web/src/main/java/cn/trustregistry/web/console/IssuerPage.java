package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.IssuerStanding;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.console.CertificateFacts.Fact;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One CA certificate, taken apart for reading. */
@Named("issuerPage")
@RequestScoped
public class IssuerPage {
  @Inject Authorities authorities;
  @Inject CertificateFacts certificateFacts;
  @Inject Desk desk;

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
      Missing.answer(sha256);
    }
  }

  public @Nullable IssuerStanding getStanding() {
    return standing;
  }

  public List<Fact> getFacts() {
    IssuerStanding shown = standing;
    return shown == null ? List.of() : certificateFacts.of(shown.issuer().certificate());
  }

  public String getPem() {
    IssuerStanding shown = standing;
    return shown == null ? "" : PemText.of(shown.issuer().certificate().der());
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256 == null ? "" : sha256;
  }
}
