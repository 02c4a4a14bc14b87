package cn.trustregistry.web.account;

import cn.trustregistry.account.AccountRefused;
import cn.trustregistry.account.People;
import cn.trustregistry.account.People.Newcomer;
import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import cn.trustregistry.account.Role;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.web.access.Clock;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people, and who invites them. */
@Named("people")
@ViewScoped
public class PeoplePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject People people;
  @Inject Authorities authorities;
  @Inject Centres centres;
  @Inject Desk desk;
  @Inject Words words;

  private String name = "";
  private String displayName = "";
  private Role role = Role.CA_OPERATOR;
  private String owner = "";
  private @Nullable String link;

  public List<Person> getAll() {
    desk.person().acting(Permission.PEOPLE);
    return people.all();
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public void invite() {
    String actor = desk.person().acting(Permission.PEOPLE);
    String whose = owner.isBlank() ? null : owner.strip();
    if (!exists(role, whose)) {
      words.beside("invite:owner", "account.OWNER_UNFIT");
      return;
    }
    try {
      Newcomer newcomer = new Newcomer(name.strip(), displayName.strip(), role, whose);
      link = link(people.invite(newcomer, actor, Clock.now()));
    } catch (AccountRefused refused) {
      words.beside("invite:name", "account." + refused.why());
    }
  }

  public void reset(String who) {
    String actor = desk.person().acting(Permission.PEOPLE);
    try {
      link = link(people.reset(who, actor, Clock.now()));
    } catch (AccountRefused refused) {
      words.refused("account." + refused.why());
    }
  }

  public void disable(String who) {
    String actor = desk.person().acting(Permission.PEOPLE);
    try {
      people.disable(who, actor, Clock.now());
      words.done("personDisabled", who);
    } catch (AccountRefused refused) {
      words.refused("account." + refused.why());
    }
  }

  private boolean exists(Role wanted, @Nullable String whose) {
    return switch (wanted.scope()) {
      case EVERYTHING -> whose == null;
      case OWN_COMPANY -> whose != null && authorities.company(whose).isPresent();
      case OWN_CENTRE ->
          whose != null && centres.all().stream().anyMatch(c -> c.code().equals(whose));
    };
  }

  private static String link(String token) {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String address = request.getRequestURL().toString();
    return address.substring(0, address.indexOf("/console/")) + "/invitation.xhtml?token=" + token;
  }

  /** The invitation just made, shown once. */
  public @Nullable String getLink() {
    return link;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }
}
