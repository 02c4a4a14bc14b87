package cn.trustregistry.account;

import cn.trustregistry.access.Sha256;
import cn.trustregistry.account.AccountRefused.Why;
import cn.trustregistry.account.Role.Scope;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invites people, and ends what they may do. */
@ApplicationScoped
public class People {
  public static final Duration INVITATION_LIFE = Duration.ofDays(3);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{2,63}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Somebody to be invited.
   *
   * @param owner code of an existing company or centre, where the role needs one
   */
  public record Newcomer(String name, String displayName, Role role, @Nullable String owner) {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  /** Everybody, by name. */
  @Transactional
  public List<Person> all() {
    return entities
        .createQuery("select p from PersonRow p order by p.name", PersonRow.class)
        .getResultStream()
        .map(PersonRow::toPerson)
        .toList();
  }

  @Transactional
  public Optional<Person> find(String name) {
    return Optional.ofNullable(entities.find(PersonRow.class, name)).map(PersonRow::toPerson);
  }

  /**
   * Makes an account that waits for its person.
   *
   * @return the token of the invitation, the only moment it is known
   * @throws AccountRefused if the name or the owner does not fit
   */
  @Transactional
  public String invite(Newcomer newcomer, String actor, Instant at) {
    check(newcomer);
    PersonRow row = new PersonRow();
    row.name = newcomer.name();
    row.displayName = newcomer.displayName().isBlank() ? newcomer.name() : newcomer.displayName();
    row.role = newcomer.role().name();
    row.owner = newcomer.owner();
    row.state = Person.State.INVITED.name();
    row.sessionsFrom = at;
    row.createdBy = actor;
    row.createdAt = at;
    entities.persist(row);
    audit.append(actor, row.owner, "PERSON_INVITED", row.name, row.role, at);
    return invitation(row.name, at);
  }

  /**
   * Sends an account back to its beginning: password and codes are forgotten, sessions end.
   *
   * @return the token of the new invitation
   */
  @Transactional
  public String reset(String name, String actor, Instant at) {
    PersonRow row = locked(name);
    if (actor.equals(name)) {
      throw new AccountRefused(Why.ONESELF);
    }
    row.state = Person.State.INVITED.name();
    row.passwordHash = null;
    row.sealedTotp = null;
    row.failures = 0;
    row.lockedUntil = null;
    row.sessionsFrom = at;
    audit.append(actor, row.owner, "PERSON_RESET", name, "", at);
    return invitation(name, at);
  }

  /** Ends all sessions of a person, who cannot come in any more. */
  @Transactional
  public void disable(String name, String actor, Instant at) {
    PersonRow row = locked(name);
    if (actor.equals(name)) {
      throw new AccountRefused(Why.ONESELF);
    }
    if (row.role.equals(Role.PLATFORM_ADMIN.name()) && row.isActive() && activeAdmins() < 2) {
      throw new AccountRefused(Why.LAST_ADMIN);
    }
    row.state = Person.State.DISABLED.name();
    row.sessionsFrom = at;
    audit.append(actor, row.owner, "PERSON_DISABLED", name, "", at);
  }

  /** Who is invited by this token; empty if it is spent, over or none. */
  @Transactional
  public Optional<Person> invited(String token, Instant at) {
    return Optional.ofNullable(entities.find(InvitationRow.class, Sha256.hex(token)))
        .filter(row -> row.isUsableAt(at))
        .flatMap(row -> find(row.person))
        .filter(person -> person.state() == Person.State.INVITED);
  }

  /** The invited person takes the account over with a password of their own. */
  @Transactional
  public Person accept(String token, String password, Instant at) {
    InvitationRow invitation =
        entities.find(InvitationRow.class, Sha256.hex(token), LockModeType.PESSIMISTIC_WRITE);
    if (invitation == null || !invitation.isUsableAt(at)) {
      throw new AccountRefused(Why.INVITATION_OVER);
    }
    PersonRow row = locked(invitation.person);
    if (!row.state.equals(Person.State.INVITED.name())) {
      throw new AccountRefused(Why.INVITATION_OVER);
    }
    OwnAccount.checkNew(row.name, password);
    invitation.usedAt = at;
    row.passwordHash = Passwords.hash(password);
    row.state = Person.State.ACTIVE.name();
    row.sessionsFrom = at;
    audit.append(row.name, row.owner, "INVITATION_ACCEPTED", row.name, "", at);
    return row.toPerson();
  }

  /** The first start's invitation of the first admin; empty once there is anybody. */
  @Transactional
  public Optional<String> inviteFirst(String name, String actor, Instant at) {
    audit.takeTurn();
    PersonRow row = entities.find(PersonRow.class, name);
    if (row == null && all().isEmpty()) {
      return Optional.of(invite(new Newcomer(name, name, Role.PLATFORM_ADMIN, null), actor, at));
    }
    boolean stillAlone = all().size() == 1 && row != null && row.passwordHash == null;
    return stillAlone ? Optional.of(invitation(name, at)) : Optional.empty();
  }

  private String invitation(String name, Instant at) {
    entities
        .createQuery("delete from InvitationRow i where i.person = :name and i.usedAt is null")
        .setParameter("name", name)
        .executeUpdate();
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    entities.persist(new InvitationRow(Sha256.hex(token), name, at.plus(INVITATION_LIFE)));
    return token;
  }

  private void check(Newcomer newcomer) {
    if (!NAME.matcher(newcomer.name()).matches() || newcomer.displayName().length() > 100) {
      throw new AccountRefused(Why.NAME_UNFIT);
    }
    if (entities.find(PersonRow.class, newcomer.name()) != null) {
      throw new AccountRefused(Why.NAME_TAKEN);
    }
    boolean needsOwner = newcomer.role().scope() != Scope.EVERYTHING;
    if (needsOwner != (newcomer.owner() != null)) {
      throw new AccountRefused(Why.OWNER_UNFIT);
    }
  }

  private long activeAdmins() {
    return all().stream()
        .filter(p -> p.role() == Role.PLATFORM_ADMIN && p.state() == Person.State.ACTIVE)
        .count();
  }

  private PersonRow locked(String name) {
    PersonRow row = entities.find(PersonRow.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new AccountRefused(Why.UNKNOWN);
    }
    return row;
  }
}
