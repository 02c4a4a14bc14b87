package cn.trustregistry.web.console;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.account.Permission;
import cn.trustregistry.account.Person;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.Explanation;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.ConsolePage;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Visits;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a certificate is good, or is not, for a use: decided as at the SOAP door, and given to no
 * centre as a verdict.
 */
@Named("explain")
@RequestScoped
public class ExplainPage {
  @Inject Centres centres;
  @Inject Desk desk;
  @Inject Texts texts;
  @Inject TrustState trust;
  @Inject Validations validations;
  @Inject VisibleCertificates visible;
  @Inject EvidenceWords evidence;
  @Inject Visits visits;
  @Inject Words words;

  private final ExplainForm form = new ExplainForm();
  private String sha256 = "";
  private @Nullable Explanation result;

  /** Fills the form in from a published certificate; who may not see it learns no more. */
  public void load() throws IOException {
    if (sha256.isEmpty()) {
      return;
    }
    Optional<String> pem = visible.find(sha256).map(c -> PemText.of(c.der()));
    if (pem.isPresent()) {
      form.setPem(pem.get());
      return;
    }
    Missing.answer(sha256);
  }

  /** Decides and stays on the page. */
  public void go() {
    Person person = desk.person();
    if (person.ownCompany() == null) {
      person.actingForCentre(Permission.SEE, form.getCentre());
    }
    Instant now = Clock.now();
    try {
      ValidationRequest request = form.read(now);
      Explanation found =
          validations.explain(new CentreClient(form.getCentre(), form.systemOr()), request, now);
      if (mayRead(person, found)) {
        visits.note(person, ConsolePage.EXPLAIN, request.certificate().sha256(), form.inShort());
        result = found;
      } else {
        words.beside("form:pem", "explain.FOREIGN");
      }
    } catch (ExplainForm.Unfit unfit) {
      words.beside("form:" + unfit.field(), unfit.key());
    } catch (RequestRefused refused) {
      words.beside("form:" + ExplainForm.field(refused), "explain." + refused.code());
    } catch (RegistryUnavailable unavailable) {
      words.refused("explain.UNAVAILABLE");
    }
  }

  private static boolean mayRead(Person person, Explanation found) {
    return person.ownCompany() == null
        || found.answer().company().map(CaCompany::code).equals(optional(person.ownCompany()));
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text);
  }

  public ExplainForm getForm() {
    return form;
  }

  public @Nullable ExplainedVerdict getResult() {
    return result == null
        ? null
        : new ExplainedVerdict(
            result, words, evidence, trust.required().recognition().categories());
  }

  public List<SelectItem> getCentreChoice() {
    return centres.all().stream().filter(this::mayAsk).map(this::choice).toList();
  }

  private boolean mayAsk(TradingCentre centre) {
    Person person = desk.person();
    return person.ownCompany() != null || person.mayForCentre(Permission.SEE, centre.code());
  }

  private SelectItem choice(TradingCentre centre) {
    String name = words.pick(centre.nameZh(), centre.nameEn());
    return new SelectItem(centre.code(), name + " " + centre.code());
  }

  public List<SelectItem> getCategoryChoice() {
    return trust.current().map(s -> s.recognition().categories()).stream()
        .flatMap(tree -> tree.inTreeOrder().stream().map(category -> choice(tree, category)))
        .toList();
  }

  private SelectItem choice(Categories tree, Category category) {
    String name = words.pick(category.nameZh(), category.nameEn());
    String indent = "\u3000".repeat(tree.depth(category));
    return new SelectItem(category.ref().toString(), indent + name + " " + category.ref().code());
  }

  public List<SelectItem> getStageChoice() {
    return Arrays.stream(Stage.values())
        .map(stage -> new SelectItem(stage.name(), texts.text(stage.name())))
        .toList();
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256 == null ? "" : sha256;
  }
}
