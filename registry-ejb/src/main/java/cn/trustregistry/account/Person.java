package cn.trustregistry.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with the console.
 *
 * @param name log-in name
 * @param owner code of the company or centre the person works for; null for the platform
 * @param certificate SHA-256 of the certificate of the person's certificate log-in, or null
 * @param oidcSubject the person's {@code sub} at the configured OpenID provider, or null
 * @param lockedUntil log-in by password waits until then; null if it does not
 */
public record Person(
    String name,
    String displayName,
    Role role,
    @Nullable String owner,
    State state,
    boolean hasTotp,
    @Nullable String certificate,
    @Nullable String oidcSubject,
    @Nullable Instant lockedUntil) {

  /** Whether the person can come in. */
  public enum State {
    INVITED,
    ACTIVE,
    DISABLED
  }

  /** Whether this is permitted for everything. */
  public boolean may(Permission permission) {
    return permission == Permission.SELF
        || (role.scope() == Role.Scope.EVERYTHING && role.permissions().contains(permission));
  }

  /** Whether this is permitted for what belongs to that company. */
  public boolean mayForCompany(Permission permission, String company) {
    return may(permission) || mayForOwn(Role.Scope.OWN_COMPANY, permission, company);
  }

  /** Whether this is permitted for what belongs to that centre. */
  public boolean mayForCentre(Permission permission, String centre) {
    return may(permission) || mayForOwn(Role.Scope.OWN_CENTRE, permission, centre);
  }

  /** Whether this is permitted for anything at all. */
  public boolean maySomewhere(Permission permission) {
    return role.permissions().contains(permission);
  }

  private boolean mayForOwn(Role.Scope scope, Permission permission, String whose) {
    return role.scope() == scope && whose.equals(owner) && role.permissions().contains(permission);
  }

  /** The person's name as an actor who may do this to everything. */
  public String acting(Permission permission) {
    return acting(may(permission), permission, "everything");
  }

  /** The person's name as an actor who may do this to what is that company's. */
  public String actingForCompany(Permission permission, String company) {
    return acting(mayForCompany(permission, company), permission, company);
  }

  /** The person's name as an actor who may do this to what is that centre's. */
  public String actingForCentre(Permission permission, String centre) {
    return acting(mayForCentre(permission, centre), permission, centre);
  }

  private String acting(boolean permitted, Permission permission, String what) {
    if (!permitted) {
      throw new NotPermitted(name, permission, what);
    }
    return name;
  }

  /** The company that limits what this person sees, or null. */
  public @Nullable String ownCompany() {
    return role.scope() == Role.Scope.OWN_COMPANY ? owner : null;
  }

  /** The centre that limits what this person sees, or null. */
  public @Nullable String ownCentre() {
    return role.scope() == Role.Scope.OWN_CENTRE ? owner : null;
  }
}
