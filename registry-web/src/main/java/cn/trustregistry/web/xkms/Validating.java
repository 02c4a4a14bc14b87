package cn.trustregistry.web.xkms;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.web.xkms.XkmsRefused.Major;
import cn.trustregistry.web.xkms.XkmsRefused.Minor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** ValidateRequest: what the registry asks beyond XKMS comes in UseKeyWith, or is configured. */
@ApplicationScoped
class Validating {
  /** Applications of UseKeyWith. */
  static final String CATEGORY = "urn:trustregistry:category";

  static final String STAGE = "urn:trustregistry:stage";
  static final String LISTED_ON = "urn:trustregistry:listed-on";
  static final String PROJECT = "urn:trustregistry:project";

  @Inject Validations validations;

  @Inject
  @ConfigProperty(name = "registry.xkms.category")
  String category;

  @Inject
  @ConfigProperty(name = "registry.xkms.stage")
  String stage;

  Validations.Recorded validate(CentreClient centre, XkmsRequest request, Instant now)
      throws XkmsRefused {
    List<Certificate> certificates = request.certificates();
    if (certificates.isEmpty()) {
      throw new XkmsRefused(Minor.INCOMPLETE, "KeyInfo/X509Data/X509Certificate is missing.");
    }
    Instant time = request.time();
    ValidationRequest question =
        new ValidationRequest(
            certificates.get(0),
            certificates.subList(1, certificates.size()),
            time == null ? now : time,
            now,
            category(request.useWith(CATEGORY).orElse(category)),
            stage(request.useWith(STAGE).orElse(stage)),
            day(request.useWith(LISTED_ON)),
            request.useWith(PROJECT).orElse(null),
            null);
    try {
      return validations.validate(centre, question, now);
    } catch (RequestRefused e) {
      throw new XkmsRefused(
          e.code() == RequestRefused.Code.TIME_OUT_OF_RANGE
              ? Minor.TIME_OUT_OF_RANGE
              : Minor.FAILURE,
          e.code() + ": " + e.getMessage());
    } catch (RegistryUnavailable e) {
      throw new XkmsRefused(Major.RECEIVER, Minor.FAILURE, e.code().name());
    }
  }

  private static CategoryRef category(String text) throws XkmsRefused {
    try {
      return text.contains(":") ? CategoryRef.parse(text) : new CategoryRef("GGZY", "1", text);
    } catch (IllegalArgumentException e) {
      throw new XkmsRefused(Minor.FAILURE, CATEGORY + " is a code, or system:version:code.");
    }
  }

  private static Stage stage(String text) throws XkmsRefused {
    for (Stage known : Stage.values()) {
      if (known.name().equals(text)) {
        return known;
      }
    }
    throw new XkmsRefused(
        Minor.FAILURE, STAGE + " is one of " + List.of(Stage.values()) + ", not " + text + ".");
  }

  private static @Nullable LocalDate day(Optional<String> text) throws XkmsRefused {
    try {
      return text.map(LocalDate::parse).orElse(null);
    } catch (DateTimeParseException e) {
      throw new XkmsRefused(Minor.FAILURE, LISTED_ON + " is a day such as 2022-12-31.");
    }
  }
}
