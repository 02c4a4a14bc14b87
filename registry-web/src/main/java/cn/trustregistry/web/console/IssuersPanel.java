package cn.trustregistry.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.IssuerRefused;
import cn.trustregistry.authority.IssuerStanding;
import cn.trustregistry.authority.Proposals;
import cn.trustregistry.authority.Proposals.Proposal;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The anchors and issuers of a company, and putting one forward. */
@Named("issuers")
@ViewScoped
public class IssuersPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Authorities authorities;
  @Inject CompanyPage company;
  @Inject Desk desk;
  @Inject Proposals proposals;
  @Inject Words words;

  private String pem = "";

  public List<IssuerStanding> getRows() {
    desk.person().actingForCompany(Permission.SEE, company.getCode());
    return authorities.standings(company.getCode());
  }

  public @Nullable String propose() {
    String code = company.getCode();
    String actor = desk.person().actingForCompany(Permission.PROPOSE, code);
    CaClient client = new CaClient(code, actor, EnumSet.of(Scope.PUBLISH));
    try {
      proposals.propose(
          client, new Proposal(pem.strip().getBytes(UTF_8), null, null, null), Clock.now());
      words.done("issuerProposed");
      return company.here();
    } catch (IssuerRefused refused) {
      words.beside("propose:pem", "issuer." + refused.kind());
      return null;
    }
  }

  public String getPem() {
    return pem;
  }

  public void setPem(String pem) {
    this.pem = pem;
  }
}
