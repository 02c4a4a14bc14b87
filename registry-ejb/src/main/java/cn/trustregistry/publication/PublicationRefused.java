package cn.trustregistry.publication;

import static java.util.stream.Collectors.joining;

import cn.trustregistry.pki.lint.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A submission was not taken; nothing of it was stored. */
public final class PublicationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    MALFORMED_CERTIFICATE,
    MALFORMED_SUBMISSION,
    MALFORMED_CRL,
    MALFORMED_OCSP,
    CA_CERTIFICATE,
    FOREIGN_ISSUER,
    /**
     * A certificate of the old systems that begins after the last day on which they were issued.
     */
    LEGACY_ISSUE_ENDED,
    LINT,
    DUPLICATE_SERIAL,
    ATTRIBUTES_DIFFER,
    CRL_NOT_ACCEPTED,
    OCSP_NOT_ACCEPTED,
    UNKNOWN_CERTIFICATE,
    UNFIT_TIME,
    UNFIT_TRANSITION,
    NOT_PERMITTED,
    /** The URL is not one that the registry may connect to for this tenant. */
    URL_NOT_ALLOWED,
    TOO_MANY_SOURCES
  }

  private final Kind kind;
  private final @Nullable String field;
  private final transient List<Finding> findings;

  public PublicationRefused(Kind kind, @Nullable String field, String detail) {
    super(detail);
    this.kind = kind;
    this.field = field;
    this.findings = List.of();
  }

  /** Refused by lints, with errors and warnings. */
  PublicationRefused(String field, List<Finding> findings) {
    super(
        findings.stream()
            .filter(Finding::isError)
            .map(finding -> finding.lint() + ": " + finding.detail())
            .collect(joining(" ")));
    this.kind = Kind.LINT;
    this.field = field;
    this.findings = findings;
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the submission that is at fault, or null if it is not one of them. */
  public @Nullable String field() {
    return field;
  }

  /** What the lints found; empty if it was refused for another cause. */
  public List<Finding> findings() {
    return findings;
  }
}
