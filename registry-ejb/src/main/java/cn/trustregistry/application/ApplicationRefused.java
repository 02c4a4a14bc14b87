package cn.trustregistry.application;

/** Nothing was stored or changed. */
public final class ApplicationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; stable, part of the problem types of the REST interface. */
  public enum Kind {
    NOT_PERMITTED,
    APPLICATION_UNKNOWN,
    APPLICATION_CHANGED,
    ILLEGAL_MOVE,
    REASON_UNFIT,
    CERTIFICATES_MISSING,
    CERTIFICATE_TWICE,
    CERTIFICATE_NOT_YOURS,
    CERTIFICATE_OF_ANOTHER_HOLDER,
    CERTIFICATE_UNFIT,
    FORM_UNFIT,
    OFFER_GONE,
    MATERIALS_MISSING,
    MATERIAL_EMPTY,
    MATERIAL_TYPE,
    MATERIAL_TOO_LARGE,
    TOO_MANY_MATERIALS,
    TOO_MANY_REQUESTS,
    NOT_OFFERED_HERE
  }

  private final Kind kind;

  ApplicationRefused(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
