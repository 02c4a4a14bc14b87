package cn.trustregistry.web.account;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the person works. Every action takes the name of its actor from here and has to say what it
 * is for: {@code desk.person().actingForCompany(Permission.CREDENTIALS, code)}.
 */
@Named
@RequestScoped
public class Desk {
  @Inject SignedIn signedIn;

  private @Nullable Person person;

  /**
   * @throws IllegalStateException if nobody is signed in, which the gate does not let happen
   */
  public Person person() {
    Person known = person;
    if (known == null) {
      known =
          signedIn
              .person(Clock.now())
              .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
      person = known;
    }
    return known;
  }

  /**
   * The person at a door that a company's client systems use as well; the audit trail names the
   * person.
   */
  public CaClient clientFor(Permission permission, Scope scope, String company) {
    return new CaClient(company, person().actingForCompany(permission, company), Set.of(scope));
  }

  /** The same at the person's own company; refused to whoever has none. */
  public CaClient ownClient(Permission permission, Scope scope) {
    return clientFor(permission, scope, String.valueOf(person().ownCompany()));
  }

  public String getName() {
    return person().displayName();
  }

  public String getRole() {
    return person().role().name();
  }

  public List<ConsolePage> getNavigation() {
    return ConsolePage.navigationOf(person());
  }

  /** Whether the person may open a page of the navigation; false where there is no such page. */
  public boolean opens(String key) {
    return getNavigation().stream().anyMatch(page -> page.getKey().equals(key));
  }

  /** For the pages: whether to show what the action would refuse anyway. */
  public boolean may(String permission) {
    return person().may(Permission.valueOf(permission));
  }

  public boolean mayForCompany(String permission, String company) {
    return person().mayForCompany(Permission.valueOf(permission), company);
  }

  public boolean mayForCentre(String permission, String centre) {
    return person().mayForCentre(Permission.valueOf(permission), centre);
  }
}
