package cn.trustregistry.web.account;

import cn.trustregistry.account.AccountRefused;
import cn.trustregistry.account.People;
import cn.trustregistry.account.Person;
import cn.trustregistry.web.access.Clock;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where an invited person takes the account over. */
@Named("invitation")
@ViewScoped
public class InvitationPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject People people;
  @Inject Words words;

  private String token = "";
  private @Nullable String name;
  private String password = "";
  private String again = "";

  public void load() {
    name = people.invited(token, Clock.now()).map(Person::name).orElse(null);
  }

  public @Nullable String accept() {
    if (!password.equals(again)) {
      words.beside("form:again", "passwordsDiffer");
      return null;
    }
    try {
      Person person = people.accept(token, password, Clock.now());
      words.done("accountReady", person.name());
      return "/log-in.xhtml?faces-redirect=true";
    } catch (AccountRefused refused) {
      words.beside("form:password", "account." + refused.why());
      return null;
    }
  }

  public @Nullable String getName() {
    return name;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token == null ? "" : token;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAgain() {
    return "";
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
