package cn.trustregistry.endangered;

import cn.trustregistry.pki.ReasonTexts;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.trust.Succession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open project and a certificate that bids of it may be encrypted to.
 *
 * @param succession how the certificate was replaced, or null if it was not
 */
public record EndangeredProject(
    ProjectFacts project,
    PublishedCertificate certificate,
    Cause cause,
    @Nullable Succession succession) {
  private static final List<String> BUNDLES = List.of("cn.trustregistry.endangered.causes");
  private static final ReasonTexts CHINESE = ReasonTexts.in(Locale.CHINESE, BUNDLES);
  private static final ReasonTexts ENGLISH = ReasonTexts.in(Locale.ENGLISH, BUNDLES);

  /** What endangers it; stable names, the gravest first. */
  public enum Cause {
    REVOKED,
    ON_HOLD,
    EXPIRED,
    REPLACED,
    /** Within 30 days. */
    EXPIRES
  }

  public String chinese() {
    return CHINESE.text(code(), facts());
  }

  public String english() {
    return ENGLISH.text(code(), facts());
  }

  private String code() {
    return succession == null || cause != Cause.REPLACED
        ? "ENDANGERED_" + cause
        : "ENDANGERED_REPLACED_" + succession.key();
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("project", project.code());
    facts.put("certificate", certificate.sha256());
    facts.put("authority", certificate.tenant());
    facts.put("notAfter", certificate.notAfter().toString());
    if (succession != null) {
      facts.put("replacedBy", succession.newCertificate());
    }
    return facts;
  }
}
