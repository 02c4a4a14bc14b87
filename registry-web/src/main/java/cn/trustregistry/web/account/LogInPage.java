package cn.trustregistry.web.account;

import cn.trustregistry.account.CertificateLogIn;
import cn.trustregistry.account.LogIn;
import cn.trustregistry.account.LogInOutcome;
import cn.trustregistry.account.LogInOutcome.CodeNeeded;
import cn.trustregistry.account.LogInOutcome.Refused;
import cn.trustregistry.account.LogInOutcome.Welcome;
import cn.trustregistry.account.LogInOutcome.Why;
import cn.trustregistry.account.OidcLogIn;
import cn.trustregistry.account.Person;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/** The way in: password and code, or a certificate. */
@Named("logIn")
@RequestScoped
public class LogInPage {
  private static final String CONSOLE = "/console/";

  @Inject LogIn logIn;
  @Inject CertificateLogIn certificates;
  @Inject OidcLogIn oidc;
  @Inject SignedIn signedIn;
  @Inject Words words;

  private String name = "";
  private String password = "";
  private String code = "";
  private String certificate = "";
  private String signature = "";

  public boolean isCodeWanted() {
    return signedIn.waiting(Clock.now()).isPresent();
  }

  public boolean isOidc() {
    return oidc.isConfigured();
  }

  /** Why a log-in elsewhere led nowhere, in words; empty if none did. */
  public String getWhy() {
    String why = external().getRequestParameterMap().getOrDefault("why", "");
    boolean known = Arrays.stream(Why.values()).anyMatch(w -> w.name().equals(why));
    return known ? words.text("logIn." + why) : "";
  }

  public String getChallenge() {
    return signedIn.challenge(request().getHeader("Host"));
  }

  public void submitPassword() throws IOException {
    Instant at = Clock.now();
    LogInOutcome outcome = logIn.password(name.strip(), password, at);
    if (outcome instanceof CodeNeeded needed) {
      signedIn.waitForCode(needed.name(), at);
    } else {
      finish(outcome, "enter:password", at);
    }
  }

  public void submitCode() throws IOException {
    Instant at = Clock.now();
    LogInOutcome outcome =
        signedIn
            .waiting(at)
            .map(who -> logIn.code(who, code, at))
            .orElseGet(() -> new Refused(Why.EXPIRED));
    boolean wrong = outcome instanceof Refused refused && refused.why() == Why.WRONG;
    if (wrong) {
      words.beside("step:code", "logIn.CODE_WRONG");
    } else {
      finish(outcome, "step:code", at);
    }
  }

  public void submitCertificate() throws IOException {
    Instant at = Clock.now();
    String challenge = getChallenge();
    signedIn.forgetChallenge();
    finish(certificates.logIn(challenge, certificate, signature, at), "sign:signature", at);
  }

  private void finish(LogInOutcome outcome, String field, Instant at) throws IOException {
    if (outcome instanceof Welcome welcome) {
      enter(welcome.person(), at);
    } else if (outcome instanceof Refused refused) {
      words.beside(field, "logIn." + refused.why());
    }
  }

  /** A new session id for the new rights, so that nobody who planted the old one has them. */
  private void enter(Person person, Instant at) throws IOException {
    request().changeSessionId();
    signedIn.enter(person, at);
    String to = external().getRequestParameterMap().getOrDefault("to", CONSOLE);
    external().redirect(inside(to) ? to : CONSOLE);
  }

  /** Whether an address is one of the console's own. */
  static boolean inside(String address) {
    return address.startsWith(CONSOLE)
        && address.indexOf('\\') < 0
        && !address.contains("..")
        && address.chars().noneMatch(Character::isISOControl);
  }

  public void leave() throws IOException {
    Instant at = Clock.now();
    signedIn.person(at).ifPresent(person -> logIn.leave(person.name(), at));
    external().invalidateSession();
    external().redirect("/log-in.xhtml?left=1");
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) external().getRequest();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return "";
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getCertificate() {
    return certificate;
  }

  public void setCertificate(String certificate) {
    this.certificate = certificate;
  }

  public String getSignature() {
    return "";
  }

  public void setSignature(String signature) {
    this.signature = signature;
  }
}
