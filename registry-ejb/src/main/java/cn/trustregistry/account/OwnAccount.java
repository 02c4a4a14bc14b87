package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.account.AccountRefused.Why;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What people change about their own proofs; every change asks for the password again. */
@ApplicationScoped
public class OwnAccount {
  private static final int RECOVERY_CODES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A key of one-time codes that is not in use yet.
   *
   * @param base32 for typing it into an authenticator
   */
  public record Enrolment(byte[] secret, String base32) {
    /** The URI that authenticators read from a QR code. */
    public String uri(String name) {
      return "otpauth://totp/TrustRegistry:%s?secret=%s&issuer=TrustRegistry"
          .formatted(name, base32);
    }
  }

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject SecretBox box;

  public Enrolment newKey() {
    byte[] secret = Totp.newSecret();
    return new Enrolment(secret, Totp.base32(secret));
  }

  /**
   * Takes the key into use after a code made with it was shown.
   *
   * @return recovery codes, the only moment they are known
   */
  @Transactional
  public List<String> enrol(String name, byte[] secret, String code, Instant at) {
    PersonRow row = locked(name);
    OptionalLong step = Totp.match(secret, code.replace(" ", ""), 0, at);
    if (step.isEmpty()) {
      throw new AccountRefused(Why.CODE_WRONG);
    }
    row.sealedTotp = box.seal(secret, LogIn.context(name));
    row.totpStep = step.getAsLong();
    entities
        .createQuery("delete from RecoveryCodeRow c where c.person = :name")
        .setParameter("name", name)
        .executeUpdate();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      byte[] bits = new byte[10];
      RANDOM.nextBytes(bits);
      String recovery = Totp.base32(bits).toUpperCase(Locale.ROOT);
      entities.persist(new RecoveryCodeRow(Sha256.hex(recovery), name));
      codes.add(recovery.replaceAll("(.{4})(?=.)", "$1-"));
    }
    audit.append(name, row.owner, "TOTP_ENROLLED", name, "", at);
    return codes;
  }

  /** Changes the password; other sessions of the person end. */
  @Transactional
  public void changePassword(String name, String old, String fresh, Instant at) {
    PersonRow row = proved(name, old);
    checkNew(name, fresh);
    row.passwordHash = Passwords.hash(fresh);
    row.sessionsFrom = at;
    audit.append(name, row.owner, "PASSWORD_CHANGED", name, "", at);
  }

  /** Registers the certificate of the person's certificate log-in, in place of any other. */
  @Transactional
  public void useCertificate(String name, String password, String pem, Instant at) {
    PersonRow row = proved(name, password);
    String sha256 = sha256(pem);
    boolean taken =
        !entities
            .createQuery(
                "select p.name from PersonRow p where p.certificateSha256 = :sha256"
                    + " and p.name <> :name",
                String.class)
            .setParameter("sha256", sha256)
            .setParameter("name", name)
            .getResultList()
            .isEmpty();
    if (taken) {
      throw new AccountRefused(Why.CERTIFICATE_TAKEN);
    }
    row.certificateSha256 = sha256;
    audit.append(name, row.owner, "LOG_IN_CERTIFICATE_SET", name, sha256, at);
  }

  private static String sha256(String pem) {
    try {
      return Certificate.read(pem.strip().getBytes(UTF_8)).sha256();
    } catch (MalformedObjectException e) {
      throw new AccountRefused(Why.CERTIFICATE_UNFIT);
    }
  }

  /**
   * Gives a person a password without an invitation: only for the demonstration.
   *
   * @return the password, the only moment it is known
   */
  @Transactional
  public String demoPassword(String name, Instant at) {
    byte[] bits = new byte[15];
    RANDOM.nextBytes(bits);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    PersonRow row = locked(name);
    row.passwordHash = Passwords.hash(password);
    row.state = Person.State.ACTIVE.name();
    row.sessionsFrom = at;
    return password;
  }

  static void checkNew(String name, String password) {
    if (password.length() < Passwords.SHORTEST) {
      throw new AccountRefused(Why.PASSWORD_SHORT);
    }
    if (password.length() > Passwords.LONGEST) {
      throw new AccountRefused(Why.PASSWORD_LONG);
    }
    if (password.toLowerCase(Locale.ROOT).contains(name)) {
      throw new AccountRefused(Why.PASSWORD_IS_NAME);
    }
  }

  private PersonRow proved(String name, String password) {
    PersonRow row = locked(name);
    boolean fits = password.length() <= Passwords.LONGEST;
    if (!fits || !Passwords.verify(password, row.passwordHash)) {
      throw new AccountRefused(Why.PASSWORD_WRONG);
    }
    return row;
  }

  private PersonRow locked(String name) {
    PersonRow row = entities.find(PersonRow.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new AccountRefused(Why.UNKNOWN);
    }
    return row;
  }
}
