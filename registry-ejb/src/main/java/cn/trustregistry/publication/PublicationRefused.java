package cn.trustregistry.publication;

import org.jspecify.annotations.Nullable;

/** A submission was not taken; nothing of it was stored. */
public final class PublicationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    MALFORMED_CERTIFICATE,
    MALFORMED_CRL,
    MALFORMED_OCSP,
    CA_CERTIFICATE,
    FOREIGN_ISSUER,
    SUBJECT_NUMBER,
    DUPLICATE_SERIAL,
    ATTRIBUTES_DIFFER,
    CRL_NOT_ACCEPTED,
    OCSP_NOT_ACCEPTED,
    UNKNOWN_CERTIFICATE,
    UNFIT_TIME,
    UNFIT_TRANSITION,
    NOT_PERMITTED
  }

  private final Kind kind;
  private final @Nullable String field;

  public PublicationRefused(Kind kind, @Nullable String field, String detail) {
    super(detail);
    this.kind = kind;
    this.field = field;
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the submission that is at fault, or null if it is not one of them. */
  public @Nullable String field() {
    return field;
  }
}
