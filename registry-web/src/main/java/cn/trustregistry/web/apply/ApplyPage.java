package cn.trustregistry.web.apply;

import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationKind;
import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.ApplicationState;
import cn.trustregistry.application.Applications;
import cn.trustregistry.application.Offer;
import cn.trustregistry.application.Pass;
import cn.trustregistry.application.PortalLimits;
import cn.trustregistry.application.PortalLimits.Use;
import cn.trustregistry.message.Messages;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first step: what for, at which company, and who applies. */
@Named
@RequestScoped
public class ApplyPage {
  /** Offers for the same holder and term side by side, the cheapest first. */
  private static final Comparator<Offer> CHEAPEST_FIRST =
      Comparator.comparing((Offer offer) -> offer.holderKinds().get(0))
          .thenComparing(Offer::termMonths)
          .thenComparing(Offer::monthly)
          .thenComparing(Offer::feeFen);

  @Inject Applications applications;
  @Inject PortalLimits limits;
  @Inject Messages messages;
  @Inject Applicant applicant;
  @Inject FormFields fields;
  @Inject OfferWords words;
  @Inject Forms forms;

  private final Instant now = Clock.now();
  private ApplicationKind kind = ApplicationKind.SET;
  private boolean again;
  private @Nullable String offer;
  private @Nullable List<Offer> offers;

  /** What stands in the address or in the form's own fields, which Faces does not know. */
  @PostConstruct
  void begin() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String asked = parameters.get("kind");
    kind =
        Arrays.stream(ApplicationKind.values())
            .filter(k -> k.name().equals(asked))
            .findFirst()
            .orElse(ApplicationKind.SET);
    Optional<Application> draft = draft();
    again = "true".equals(parameters.get("again")) && draft.isPresent();
    if (again && !FacesContext.getCurrentInstance().isPostback()) {
      draft.ifPresent(this::show);
    } else if (again) {
      draft.ifPresent(d -> kind = d.kind());
    }
  }

  private Optional<Application> draft() {
    return applicant
        .pass()
        .map(pass -> applications.read(pass, now))
        .filter(application -> application.state() == ApplicationState.DRAFT);
  }

  private void show(Application draft) {
    kind = draft.kind();
    fields.show(draft.form());
    offer =
        getOffers().stream()
            .filter(o -> o.tenant().equals(draft.tenant()) && o.itemIds().equals(draft.items()))
            .findFirst()
            .map(Offer::key)
            .orElse(null);
  }

  /** Goes on to the materials. */
  public @Nullable String next() {
    Optional<Offer> chosen =
        getOffers().stream().filter(candidate -> candidate.key().equals(offer)).findFirst();
    if (chosen.isEmpty()) {
      forms.fault("offer", "fault.OFFER_MISSING");
    }
    boolean fit = fields.check(kind, chosen.map(Offer::holderKinds).orElse(List.of()));
    if (chosen.isEmpty() || !fit || !isOpen()) {
      return null;
    }
    try {
      store(chosen.get());
      return "/apply-materials.xhtml?faces-redirect=true";
    } catch (ApplicationRefused refused) {
      forms.fault(null, "refused." + refused.kind());
      return null;
    }
  }

  private void store(Offer chosen) {
    Optional<Pass> pass = applicant.pass();
    if (again && pass.isPresent()) {
      applications.change(pass.get(), chosen.key(), fields.form(), now);
    } else {
      limits.count(Use.DRAFT, Applicant.address(), now);
      applicant.take(applications.draft(kind, chosen.key(), fields.form(), now));
    }
  }

  /** Whether applicants can be reached here at all; else nobody could follow. */
  public boolean isOpen() {
    return !messages.channels().isEmpty();
  }

  public List<ApplicationKind> getKinds() {
    return List.of(ApplicationKind.values());
  }

  public ApplicationKind getKind() {
    return kind;
  }

  public boolean isAgain() {
    return again;
  }

  public boolean isReplacement() {
    return kind == ApplicationKind.REPLACEMENT;
  }

  private List<Offer> getOffers() {
    if (offers == null) {
      offers = applications.offers(kind, now).stream().sorted(CHEAPEST_FIRST).toList();
    }
    return offers;
  }

  public List<SelectItem> getChoices() {
    return getOffers().stream().map(o -> new SelectItem(o.key(), words.of(o))).toList();
  }

  public @Nullable String getOffer() {
    return offer;
  }

  public void setOffer(@Nullable String value) {
    offer = value;
  }
}
