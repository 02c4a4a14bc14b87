package cn.trustregistry.web.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.CertificateFile;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.web.portal.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question as it was typed in; times are those of Asia/Shanghai. */
public class ExplainForm {
  private static final int LONGEST = 100_000;
  private static final int MOST_CERTIFICATES = 10;

  /** Something that cannot be read. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String key;

    Unfit(String field, String key) {
      super(field + ": " + key);
      this.field = field;
      this.key = key;
    }

    String field() {
      return field;
    }

    String key() {
      return key;
    }
  }

  private String pem = "";
  private String centre = "";
  private String category = "";
  private String stage = "";
  private String at = "";
  private String listedOn = "";
  private String sealedAt = "";
  private String system = "";

  /**
   * @param now stands for a moment that was left empty
   * @throws Unfit for the first field that cannot be read
   */
  ValidationRequest read(Instant now) throws Unfit {
    List<Certificate> certificates = certificates();
    Instant moment = moment("at", at);
    return new ValidationRequest(
        certificates.get(0),
        certificates.subList(1, certificates.size()),
        moment == null ? now : moment,
        now,
        category(),
        stage(),
        day(),
        null,
        moment("sealedAt", sealedAt));
  }

  private List<Certificate> certificates() throws Unfit {
    if (pem.length() > LONGEST) {
      throw new Unfit("pem", "explain.TOO_LONG");
    }
    try {
      List<Certificate> certificates = new ArrayList<>();
      for (byte[] der : CertificateFile.read(pem.getBytes(ISO_8859_1))) {
        certificates.add(Certificate.parse(der));
      }
      if (certificates.size() > MOST_CERTIFICATES) {
        throw new Unfit("pem", "explain.TOO_LONG");
      }
      return certificates;
    } catch (MalformedObjectException malformed) {
      throw new Unfit("pem", "explain.MALFORMED_CERTIFICATE");
    }
  }

  private CategoryRef category() throws Unfit {
    try {
      return CategoryRef.parse(category);
    } catch (IllegalArgumentException unfit) {
      throw new Unfit("category", "explain.UNKNOWN_CATEGORY");
    }
  }

  private Stage stage() throws Unfit {
    try {
      return Stage.valueOf(stage);
    } catch (IllegalArgumentException unfit) {
      throw new Unfit("stage", "explain.STAGE_UNFIT");
    }
  }

  private static @Nullable Instant moment(String field, String text) throws Unfit {
    try {
      return text.isBlank() ? null : Texts.moment(text);
    } catch (DateTimeException unfit) {
      throw new Unfit(field, "explain.TIME_UNFIT");
    }
  }

  private @Nullable LocalDate day() throws Unfit {
    try {
      return listedOn.isBlank() ? null : LocalDate.parse(listedOn.strip());
    } catch (DateTimeException unfit) {
      throw new Unfit("listedOn", "explain.DAY_UNFIT");
    }
  }

  /** The field of the form that a refusal is about. */
  static String field(RequestRefused refused) {
    return switch (refused.field()) {
      case "category", "listedOn", "sealedAt", "at" -> refused.field();
      case "knownAt" -> "at";
      default -> "pem";
    };
  }

  /** The asking system; one that no rule names, where none was given. */
  String systemOr() {
    return system.isBlank() ? "console" : system.strip();
  }

  String inShort() {
    return String.join(" ", centre, category, stage, at).strip();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  public String getPem() {
    return pem;
  }

  public void setPem(String pem) {
    this.pem = text(pem);
  }

  public String getCentre() {
    return centre;
  }

  public void setCentre(String centre) {
    this.centre = text(centre);
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = text(category);
  }

  public String getStage() {
    return stage;
  }

  public void setStage(String stage) {
    this.stage = text(stage);
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = text(at);
  }

  public String getListedOn() {
    return listedOn;
  }

  public void setListedOn(String listedOn) {
    this.listedOn = text(listedOn);
  }

  public String getSealedAt() {
    return sealedAt;
  }

  public void setSealedAt(String sealedAt) {
    this.sealedAt = text(sealedAt);
  }

  public String getSystem() {
    return system;
  }

  public void setSystem(String system) {
    this.system = text(system);
  }
}
