package cn.trustregistry.web.account;

import cn.trustregistry.account.LogIn;
import cn.trustregistry.account.OidcLogIn.Attempt;
import cn.trustregistry.account.Person;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who this session belongs to, or how far its log-in has come. */
@SessionScoped
public class SignedIn implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A session ends after so long, however busy; idle ones end sooner (web.xml). */
  static final Duration LONGEST = Duration.ofHours(12);

  /** The steps of a log-in have to follow each other within this time. */
  static final Duration STEPS = Duration.ofMinutes(10);

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject LogIn logIn;

  private @Nullable String name;
  private @Nullable String waiting;
  private Instant since = Instant.EPOCH;
  private @Nullable String nonce;
  private @Nullable Attempt attempt;

  /** The person, as they stand now; empty if nobody is signed in or the session is over. */
  public Optional<Person> person(Instant at) {
    String who = name;
    return who == null || !at.isBefore(since.plus(LONGEST))
        ? Optional.empty()
        : logIn.resume(who, since);
  }

  void waitForCode(String who, Instant at) {
    name = null;
    waiting = who;
    since = at;
  }

  /** Who has shown the password and now has to show a code. */
  Optional<String> waiting(Instant at) {
    return Optional.ofNullable(waiting).filter(w -> at.isBefore(since.plus(STEPS)));
  }

  void enter(Person person, Instant at) {
    name = person.name();
    waiting = null;
    nonce = null;
    since = at;
  }

  /** The text to be signed in a certificate log-in; each is good for one attempt. */
  String challenge(String host) {
    if (nonce == null) {
      nonce = random();
    }
    return "trust-registry log-in at " + host + " " + nonce;
  }

  void forgetChallenge() {
    nonce = null;
  }

  /** Begins a log-in at the OpenID provider. */
  Attempt attempt(String redirect) {
    Attempt begun = new Attempt(random(), random(), random() + random(), redirect);
    attempt = begun;
    return begun;
  }

  /** The log-in begun here, if its state is that one; good for one answer. */
  Optional<Attempt> takeAttempt(@Nullable String state) {
    Attempt begun = attempt;
    attempt = null;
    return Optional.ofNullable(begun).filter(one -> one.state().equals(state));
  }

  private static String random() {
    byte[] bits = new byte[24];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
