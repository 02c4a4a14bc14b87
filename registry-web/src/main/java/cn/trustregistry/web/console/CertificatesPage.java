package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.publication.CertificateArchive;
import cn.trustregistry.publication.CertificatePage;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Published certificates, looked up. People of a company look through their own; people of a centre
 * have to name the certificate or the holder, as their systems do. The question is in the address.
 */
@Named("certificatesPage")
@RequestScoped
public class CertificatesPage {
  private static final int PAGE = 50;
  private static final List<String> FIELDS =
      List.of("subject", "uscc", "serial", "sha256", "company", "medium", "kind", "state");

  @Inject CertificateArchive archive;
  @Inject Desk desk;
  @Inject TrustState trust;

  private Map<String, String> typed;
  private CertificateQuestion question;
  private @Nullable CertificatePage found;

  @PostConstruct
  void read() {
    typed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    question = CertificateQuestion.read(typed);
  }

  /** Whether it can be looked for: no field is at fault, and a centre has named something. */
  public boolean isAsked() {
    return question.faults().isEmpty() && (!isCentre() || question.isExact());
  }

  /** Whether the person works for a centre. */
  public boolean isCentre() {
    return desk.person().ownCentre() != null;
  }

  public CertificatePage getFound() {
    CertificatePage page = found;
    if (page == null) {
      page =
          isAsked()
              ? archive.search(company(), question.search(), below(), PAGE, Clock.now())
              : new CertificatePage(List.of(), 0, false);
      found = page;
    }
    return page;
  }

  /** The company looked through: one's own, whatever the address says. */
  private @Nullable String company() {
    String own = desk.person().ownCompany();
    if (own != null) {
      return desk.person().mayForCompany(Permission.SEE, own) ? own : "";
    }
    return asked("company").isBlank() ? null : asked("company").strip();
  }

  private long below() {
    String text = asked("below");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
  }

  public String asked(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean isFaulty(String field) {
    return question.faults().contains(field);
  }

  /** The companies to choose from; empty for the people of one. */
  public List<CaCompany> getCompanies() {
    return desk.person().ownCompany() != null
        ? List.of()
        : trust.current().map(TrustSnapshot::companies).orElse(List.of());
  }

  public HolderKind[] getKinds() {
    return HolderKind.values();
  }

  public Medium[] getMedia() {
    return Medium.values();
  }

  public CertificateState[] getStates() {
    return CertificateState.values();
  }

  public ShortName brief(String subject) {
    return ShortName.of(subject);
  }

  /** The question as part of an address. */
  public String getQuery() {
    return FIELDS.stream()
        .filter(field -> !asked(field).isBlank())
        .map(field -> field + "=" + URLEncoder.encode(asked(field), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
