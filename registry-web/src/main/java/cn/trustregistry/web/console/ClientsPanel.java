package cn.trustregistry.web.console;

import cn.trustregistry.access.Clients;
import cn.trustregistry.access.Clients.Client;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.IssuedSecret;
import cn.trustregistry.access.Proof;
import cn.trustregistry.access.Proofs.ProofRefused;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The client systems of a company or centre; a new secret is shown once. */
@Named("clients")
@ViewScoped
public class ClientsPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern CLIENT_ID = Pattern.compile("[a-z][a-z0-9-]{2,63}");

  /** Whose clients they are. */
  enum Side {
    COMPANY,
    CENTRE
  }

  @Inject Clients clients;
  @Inject Credentials credentials;
  @Inject Desk desk;
  @Inject Words words;

  private Side side = Side.COMPANY;
  private String owner = "";
  private String clientId = "";
  private List<String> scopes = Arrays.stream(Scope.values()).map(Scope::name).toList();
  private @Nullable IssuedSecret issued;

  void open(Side whose, String code) {
    side = whose;
    owner = code;
  }

  public List<Client> getRows() {
    return side == Side.COMPANY ? clients.ofCompany(owner) : clients.ofCentre(owner);
  }

  /** The names of scopes, as the client has them. */
  public String inWords(String names) {
    return Arrays.stream(names.split("[, ]+"))
        .map(scope -> words.orElse("scope." + scope, scope))
        .collect(Collectors.joining(" · "));
  }

  boolean isAnyLive() {
    Instant now = Clock.now();
    return getRows().stream().anyMatch(c -> c.revokedAt() == null && !c.live(now).isEmpty());
  }

  public boolean isPermitted() {
    return side == Side.COMPANY
        ? desk.person().mayForCompany(Permission.CREDENTIALS, owner)
        : desk.person().mayForCentre(Permission.CREDENTIALS, owner);
  }

  public boolean isCompany() {
    return side == Side.COMPANY;
  }

  private String actor() {
    return side == Side.COMPANY
        ? desk.person().actingForCompany(Permission.CREDENTIALS, owner)
        : desk.person().actingForCentre(Permission.CREDENTIALS, owner);
  }

  public void issue() {
    String actor = actor();
    String name = clientId.strip();
    if (!CLIENT_ID.matcher(name).matches() || clients.find(name).isPresent()) {
      words.beside("newClient:clientId", "client.ID_UNFIT");
      return;
    }
    EnumSet<Scope> given = EnumSet.noneOf(Scope.class);
    scopes.forEach(scope -> given.add(Scope.valueOf(scope)));
    issued =
        side == Side.COMPANY
            ? credentials.issueToCaCompany(owner, name, given, actor, Clock.now())
            : credentials.issueToCentre(owner, name, actor, Clock.now());
    clientId = "";
  }

  /** A second secret beside the one in use, so that the system can change over without a pause. */
  public void rotate(String client) {
    String actor = actor();
    try {
      issued = clients.rotate(own(client), actor, Clock.now());
    } catch (ProofRefused refused) {
      words.refused("client.TWO_ALREADY");
    }
  }

  public void end(String client, String proof) {
    String actor = actor();
    try {
      clients.endProof(own(client), proof, actor, Clock.now());
      words.done("proofEnded");
    } catch (ProofRefused refused) {
      words.refused("client.LAST_PROOF");
    }
  }

  public void revoke(String client) {
    clients.revoke(own(client), actor(), Clock.now());
    words.done("clientRevoked", client);
  }

  /** The client, if it is this owner's. */
  private String own(String client) {
    return getRows().stream()
        .map(Client::clientId)
        .filter(client::equals)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a client of " + owner));
  }

  public List<Proof> live(Client client) {
    return client.live(Clock.now());
  }

  public @Nullable IssuedSecret getIssued() {
    return issued;
  }

  public Scope[] getAllScopes() {
    return Scope.values();
  }

  public String getClientId() {
    return clientId;
  }

  public void setClientId(String clientId) {
    this.clientId = clientId;
  }

  public List<String> getScopes() {
    return scopes;
  }

  public void setScopes(List<String> scopes) {
    this.scopes = List.copyOf(scopes);
  }
}
