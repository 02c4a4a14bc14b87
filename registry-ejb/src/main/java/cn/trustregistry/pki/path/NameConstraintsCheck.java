package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions.NameConstraints;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.name.NameRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of every certificate, self-issued ones above the target excepted, keep to the
 * constraints of every CA above it (RFC 5280 6.1.3(b) and (c), 6.1.4(g)), the anchor included (RFC
 * 5937 3.2). An e-mail address in the subject counts like one in the alternative names.
 */
final class NameConstraintsCheck implements PathCheck {
  private static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

  /** The rules of one CA. */
  private record Constraining(Certificate certificate, NameRules rules) {}

  @Override
  public void examine(Examination examination) {
    TrustAnchor anchor = examination.path.anchor();
    List<Constraining> above = new ArrayList<>(0);
    addRules(above, anchor == null ? null : anchor.certificate());
    int left = examination.inquiry.budget.nameComparisons();
    for (int i = examination.path.length() - 1; i >= 0; i--) {
      Certificate certificate = examination.certificate(i);
      if (!above.isEmpty() && (i == 0 || !certificate.isSelfIssued())) {
        List<GeneralName> names = names(certificate);
        for (Constraining constraining : above) {
          left -= names.size() * constraining.rules().size();
          if (left < 0) {
            examination.add(
                new PathReason.Unfit(PathCause.NAME_CONSTRAINTS_TOO_COSTLY, certificate));
            return;
          }
          examine(examination, certificate, names, constraining);
        }
      }
      addRules(above, certificate);
    }
  }

  private static void addRules(List<Constraining> above, @Nullable Certificate certificate) {
    NameConstraints constraints =
        certificate == null ? null : certificate.extensions().nameConstraints();
    if (certificate != null && constraints != null) {
      above.add(new Constraining(certificate, NameRules.of(constraints)));
    }
  }

  private static List<GeneralName> names(Certificate certificate) {
    List<GeneralName> names = new ArrayList<>(certificate.extensions().subjectAlternativeNames());
    if (!certificate.subject().isEmpty()) {
      names.add(new GeneralName.Directory(certificate.subject()));
      for (String address : certificate.subject().values(EMAIL_ADDRESS)) {
        names.add(new GeneralName.Email(address));
      }
    }
    return names;
  }

  private static void examine(
      Examination examination,
      Certificate certificate,
      List<GeneralName> names,
      Constraining constraining) {
    for (GeneralName name : names) {
      PathCause cause =
          switch (constraining.rules().ruleOn(name)) {
            case PERMITTED -> null;
            case NOT_PERMITTED -> PathCause.NAME_NOT_PERMITTED;
            case EXCLUDED -> PathCause.NAME_EXCLUDED;
            case UNDECIDED -> PathCause.NAME_CONSTRAINT_UNSUPPORTED;
          };
      if (cause != null) {
        examination.add(
            new PathReason.NameRefused(cause, certificate, name, constraining.certificate()));
      }
    }
  }
}
