package cn.trustregistry.web.apply;

import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.ApplicationState;
import cn.trustregistry.application.Applications;
import cn.trustregistry.application.Material;
import cn.trustregistry.application.Party;
import cn.trustregistry.application.Pass;
import cn.trustregistry.application.PortalLimits;
import cn.trustregistry.application.PortalLimits.Use;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.portal.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One application, for its applicant: materials, handing in, what became of it. */
@Named
@RequestScoped
public class ApplicationPage {
  private static final String LOST = "/follow.xhtml?faces-redirect=true";
  private static final String SHOWN = "/application.xhtml?faces-redirect=true";

  @Inject Applications applications;
  @Inject PortalLimits limits;
  @Inject Applicant applicant;
  @Inject FormFields fields;
  @Inject OfferWords words;
  @Inject Texts texts;
  @Inject Forms forms;

  private final Instant now = Clock.now();
  private @Nullable Application application;
  private @Nullable Part file;

  /** A step in words. */
  public record StepRow(String at, String state, String party, String reason) {}

  /** A file in words. */
  public record FileRow(int number, String name, String size) {}

  /** Says what the gate refused, and shows the form of one that is to be corrected. */
  @PostConstruct
  void begin() {
    FacesContext faces = FacesContext.getCurrentInstance();
    String fault = faces.getExternalContext().getRequestParameterMap().get("fault");
    if ("MATERIAL_TOO_LARGE".equals(fault) || "TOO_MANY_REQUESTS".equals(fault)) {
      forms.fault(null, "refused." + fault);
    }
    if (applicant.pass().isPresent() && isCorrectable() && !faces.isPostback()) {
      fields.show(getApplication().form());
    }
  }

  public Application getApplication() {
    if (application == null) {
      Pass pass = applicant.pass().orElseThrow();
      application = applications.read(pass, now);
    }
    return application;
  }

  public @Nullable String upload() {
    Part part = file;
    if (part == null || part.getSize() == 0) {
      forms.fault("file", "refused.MATERIAL_EMPTY");
      return null;
    }
    return attempt(
        "file",
        "/apply-materials.xhtml?faces-redirect=true",
        pass -> {
          limits.count(Use.FILE, Applicant.address(), now);
          String name = part.getSubmittedFileName();
          applications.addMaterial(pass, name == null ? "" : name, content(part), now);
        });
  }

  private static byte[] content(Part part) {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(Material.LARGEST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public @Nullable String remove(int number) {
    return attempt(
        null,
        "/apply-materials.xhtml?faces-redirect=true",
        pass -> applications.removeMaterial(pass, number, now));
  }

  public @Nullable String submit() {
    return attempt(null, SHOWN, pass -> applications.submit(pass, now));
  }

  public @Nullable String withdraw() {
    return attempt(null, SHOWN, pass -> applications.withdraw(pass, now));
  }

  /** Keeps the corrected form and goes on to the materials. */
  public @Nullable String correct() {
    if (!fields.check(getApplication().kind(), getApplication().holderKinds())) {
      return null;
    }
    return attempt(
        null,
        "/apply-materials.xhtml?faces-redirect=true",
        pass -> applications.correct(pass, fields.form(), now));
  }

  public String leave() {
    applicant.leave();
    return "/index.xhtml?faces-redirect=true";
  }

  private @Nullable String attempt(@Nullable String field, String next, Consumer<Pass> deed) {
    if (applicant.pass().isEmpty()) {
      return LOST;
    }
    try {
      deed.accept(applicant.pass().get());
      return next;
    } catch (ApplicationRefused refused) {
      forms.fault(field, "refused." + refused.kind());
      application = null;
      return null;
    }
  }

  public String getCompany() {
    return words.company(getApplication().tenant());
  }

  public String getHotline() {
    return words.hotline(getApplication().tenant());
  }

  public String getHolders() {
    return words.holders(getApplication().holderKinds());
  }

  public String getFee() {
    return words.fee(getApplication());
  }

  /** What comes next, and from whom. */
  public String getOutlook() {
    return forms.text("outlook." + getApplication().state());
  }

  public boolean isDraft() {
    return getApplication().state() == ApplicationState.DRAFT;
  }

  public boolean isOpenToChanges() {
    return getApplication().state().isOpenToChanges();
  }

  public boolean isCorrectable() {
    return getApplication().state() == ApplicationState.NEEDS_CORRECTION;
  }

  public boolean isWithdrawable() {
    return getApplication().state().next(Party.APPLICANT).contains(ApplicationState.WITHDRAWN);
  }

  public List<FileRow> getFiles() {
    return getApplication().materials().stream()
        .map(m -> new FileRow(m.number(), m.name(), forms.text("kib", (m.octets() + 1023) / 1024)))
        .toList();
  }

  public List<StepRow> getSteps() {
    return getApplication().steps().stream()
        .map(
            step ->
                new StepRow(
                    texts.time(step.at()),
                    forms.text("state." + step.to()),
                    forms.text("party." + step.party()),
                    step.reason()))
        .toList();
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part value) {
    file = value;
  }
}
