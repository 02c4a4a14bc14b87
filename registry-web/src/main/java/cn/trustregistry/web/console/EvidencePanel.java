package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.EvidencePolicies;
import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.outbound.AllowedHosts;
import cn.trustregistry.outbound.HostProposals;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What evidence a company's certificates need, and where the registry may fetch it. */
@Named("evidence")
@ViewScoped
public class EvidencePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject AllowedHosts hosts;
  @Inject CompanyPage company;
  @Inject Desk desk;
  @Inject EvidencePolicies policies;
  @Inject HostProposals hostProposals;
  @Inject TrustState trust;
  @Inject Words words;

  private RevocationPolicy.@Nullable Order order;
  private @Nullable Long graceHours;
  private @Nullable Long crlHours;
  private @Nullable Long ocspHours;
  private String responder = "";
  private String host = "";

  public EvidencePolicy getPolicy() {
    Instant now = Clock.now();
    return trust.required().evidencePolicy(company.getCode(), now);
  }

  public RevocationPolicy.Order[] getOrders() {
    return RevocationPolicy.Order.values();
  }

  public @Nullable String propose() {
    String actor = desk.person().actingForCompany(Permission.PROPOSE, company.getCode());
    try {
      RevocationPolicy revocation =
          new RevocationPolicy(
              getOrder(), Duration.ofHours(orZero(graceHours)), hours(crlHours), hours(ocspHours));
      URI url = responder.isBlank() ? null : URI.create(responder.strip());
      EvidencePolicy policy = new EvidencePolicy(revocation, getPolicy().overlap(), url);
      policies.propose(company.getCode(), policy, actor, Clock.now());
      words.done("policyProposed");
      return company.here();
    } catch (IllegalArgumentException unfit) {
      words.beside("policy:responder", "policy.UNFIT");
      return null;
    }
  }

  public @Nullable String proposeHost() {
    String actor = desk.person().actingForCompany(Permission.PROPOSE, company.getCode());
    try {
      hostProposals.propose(company.getCode(), host, actor, Clock.now());
      words.done("hostProposed");
      return company.here();
    } catch (IllegalArgumentException unfit) {
      words.beside("hostNew:host", "host.UNFIT");
      return null;
    }
  }

  public String disallow(String name) {
    String actor = desk.person().acting(Permission.OPERATE);
    hosts.disallow(company.getCode(), name, actor, Clock.now());
    words.done("hostDisallowed", name);
    return company.here();
  }

  public List<String> getHosts() {
    return hosts.of(company.getCode());
  }

  private static long orZero(@Nullable Long hours) {
    return hours == null ? 0 : hours;
  }

  private static @Nullable Duration hours(@Nullable Long hours) {
    return hours == null ? null : Duration.ofHours(hours);
  }

  public RevocationPolicy.Order getOrder() {
    RevocationPolicy.Order chosen = order;
    return chosen == null ? getPolicy().revocation().order() : chosen;
  }

  public void setOrder(RevocationPolicy.Order order) {
    this.order = order;
  }

  public @Nullable Long getGraceHours() {
    return graceHours;
  }

  public void setGraceHours(@Nullable Long graceHours) {
    this.graceHours = graceHours;
  }

  public @Nullable Long getCrlHours() {
    return crlHours;
  }

  public void setCrlHours(@Nullable Long crlHours) {
    this.crlHours = crlHours;
  }

  public @Nullable Long getOcspHours() {
    return ocspHours;
  }

  public void setOcspHours(@Nullable Long ocspHours) {
    this.ocspHours = ocspHours;
  }

  public String getResponder() {
    return responder;
  }

  public void setResponder(String responder) {
    this.responder = responder;
  }

  public String getHost() {
    return host;
  }

  public void setHost(String host) {
    this.host = host;
  }
}
