package cn.trustregistry.web.account;

import cn.trustregistry.account.AccountRefused;
import cn.trustregistry.account.OwnAccount;
import cn.trustregistry.account.OwnAccount.Enrolment;
import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import cn.trustregistry.web.access.Clock;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own account: password, one-time codes, certificate. */
@Named("account")
@ViewScoped
public class AccountPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject OwnAccount accounts;
  @Inject Desk desk;
  @Inject SignedIn signedIn;
  @Inject SecondFactor secondFactor;
  @Inject Words words;

  private byte @Nullable [] secret;
  private String base32 = "";
  private String uri = "";
  private String code = "";
  private List<String> recoveryCodes = List.of();
  private String old = "";
  private String fresh = "";
  private String again = "";
  private String proof = "";
  private String certificate = "";

  public Person getPerson() {
    return desk.person();
  }

  public boolean isSecondFactorMissing() {
    return secondFactor.isMissing(desk.person());
  }

  public void begin() {
    Enrolment enrolment = accounts.newKey();
    secret = enrolment.secret();
    base32 = enrolment.base32();
    uri = enrolment.uri(actor());
  }

  public void enrol() {
    byte[] key = secret;
    if (key == null) {
      return;
    }
    try {
      recoveryCodes = accounts.enrol(actor(), key, code, Clock.now());
      secret = null;
    } catch (AccountRefused refused) {
      words.beside("totp:code", "account." + refused.why());
    }
  }

  public @Nullable String changePassword() {
    if (!fresh.equals(again)) {
      words.beside("password:again", "passwordsDiffer");
      return null;
    }
    try {
      Instant at = Clock.now();
      accounts.changePassword(actor(), old, fresh, at);
      signedIn.enter(desk.person(), at);
      words.done("passwordChanged");
      return "/console/account.xhtml?faces-redirect=true";
    } catch (AccountRefused refused) {
      boolean wrong = refused.why() == AccountRefused.Why.PASSWORD_WRONG;
      words.beside(wrong ? "password:old" : "password:fresh", "account." + refused.why());
      return null;
    }
  }

  public @Nullable String useCertificate() {
    try {
      accounts.useCertificate(actor(), proof, certificate, Clock.now());
      words.done("certificateSet");
      return "/console/account.xhtml?faces-redirect=true";
    } catch (AccountRefused refused) {
      boolean wrong = refused.why() == AccountRefused.Why.PASSWORD_WRONG;
      words.beside(wrong ? "register:proof" : "register:certificate", "account." + refused.why());
      return null;
    }
  }

  private String actor() {
    return desk.person().acting(Permission.SELF);
  }

  public boolean isEnrolling() {
    return secret != null;
  }

  public String getBase32() {
    return base32.replaceAll("(.{4})(?=.)", "$1 ");
  }

  public String getUri() {
    return uri;
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public String getCode() {
    return "";
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getOld() {
    return "";
  }

  public void setOld(String old) {
    this.old = old;
  }

  public String getFresh() {
    return "";
  }

  public void setFresh(String fresh) {
    this.fresh = fresh;
  }

  public String getAgain() {
    return "";
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getProof() {
    return "";
  }

  public void setProof(String proof) {
    this.proof = proof;
  }

  public String getCertificate() {
    return certificate;
  }

  public void setCertificate(String certificate) {
    this.certificate = certificate;
  }
}
