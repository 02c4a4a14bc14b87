package cn.trustregistry.web.application;

import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationForm;
import cn.trustregistry.application.Material;
import cn.trustregistry.recognition.HolderKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application in JSON.
 *
 * @param version what If-Match of a move names, as {@code "v3"}
 * @param feeFen in fen; for each month if {@code monthly}
 * @param certificates fingerprints of what was issued
 */
public record ApplicationView(
    String receipt,
    String kind,
    String state,
    int version,
    List<String> holderKinds,
    String medium,
    int tariffVersion,
    List<String> items,
    long feeFen,
    boolean monthly,
    FormView form,
    List<MaterialView> materials,
    List<String> certificates,
    @Nullable String submittedAt,
    String changedAt,
    List<StepView> steps) {
  /** Who applies, as the applicant stated it. */
  public record FormView(
      String unitName,
      String uscc,
      String personName,
      String contactName,
      String phone,
      String email,
      String oldCertificate,
      String note) {
    static FormView of(ApplicationForm form) {
      return new FormView(
          form.unitName(),
          form.uscc(),
          form.personName(),
          form.contactName(),
          form.phone(),
          form.email(),
          form.oldCertificate(),
          form.note());
    }
  }

  /** A file that was handed in. */
  public record MaterialView(
      int number, String name, String mediaType, int octets, String sha256, String addedAt) {
    static MaterialView of(Material material) {
      return new MaterialView(
          material.number(),
          material.name(),
          material.type().mediaType(),
          material.octets(),
          material.sha256(),
          material.addedAt().toString());
    }
  }

  /** Something that happened to it. */
  public record StepView(String from, String to, String party, String reason, String at) {
    static StepView of(Application.Step step) {
      return new StepView(
          step.from().name(),
          step.to().name(),
          step.party().name(),
          step.reason(),
          step.at().toString());
    }
  }

  /** Some applications, and where the listing goes on. */
  public record ApplicationPage(List<ApplicationView> items, String nextCursor) {}

  static ApplicationView of(Application application) {
    return new ApplicationView(
        application.receipt(),
        application.kind().name(),
        application.state().name(),
        application.version(),
        application.holderKinds().stream().map(HolderKind::name).toList(),
        application.medium().name(),
        application.tariffVersion(),
        application.items(),
        application.feeFen(),
        application.monthly(),
        FormView.of(application.form()),
        application.materials().stream().map(MaterialView::of).toList(),
        application.certificates(),
        application.submittedAt() == null ? null : application.submittedAt().toString(),
        application.changedAt().toString(),
        application.steps().stream().map(StepView::of).toList());
  }
}
