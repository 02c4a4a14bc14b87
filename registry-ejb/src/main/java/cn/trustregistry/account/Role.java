package cn.trustregistry.account;

import java.util.EnumSet;
import java.util.Set;

/** Whose work somebody does, and what it takes: the one table of who may do what. */
public enum Role {
  PLATFORM_ADMIN(
      Scope.EVERYTHING,
      EnumSet.of(
          Permission.SEE,
          Permission.RULES,
          Permission.PROPOSE,
          Permission.APPROVE,
          Permission.OPERATE,
          Permission.CREDENTIALS,
          Permission.NOTICES,
          Permission.PEOPLE,
          Permission.AUDIT,
          Permission.SELF)),
  SECOND_APPROVER(
      Scope.EVERYTHING,
      EnumSet.of(
          Permission.SEE, Permission.RULES, Permission.APPROVE, Permission.AUDIT, Permission.SELF)),
  CA_OPERATOR(
      Scope.OWN_COMPANY,
      EnumSet.of(
          Permission.SEE,
          Permission.PROPOSE,
          Permission.CREDENTIALS,
          Permission.PRICES,
          Permission.APPLICATIONS,
          Permission.NOTICES,
          Permission.SELF)),
  CENTRE_OPERATOR(
      Scope.OWN_CENTRE, EnumSet.of(Permission.SEE, Permission.CREDENTIALS, Permission.SELF)),
  AUDITOR(
      Scope.EVERYTHING,
      EnumSet.of(Permission.SEE, Permission.RULES, Permission.AUDIT, Permission.SELF));

  /** What a role's permissions extend to. */
  public enum Scope {
    EVERYTHING,
    OWN_COMPANY,
    OWN_CENTRE
  }

  private final Scope scope;
  private final Set<Permission> permissions;

  Role(Scope scope, Set<Permission> permissions) {
    this.scope = scope;
    this.permissions = Set.copyOf(permissions);
  }

  public Scope scope() {
    return scope;
  }

  Set<Permission> permissions() {
    return permissions;
  }
}
