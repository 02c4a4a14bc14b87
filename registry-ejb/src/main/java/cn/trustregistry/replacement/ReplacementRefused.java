package cn.trustregistry.replacement;

import org.jspecify.annotations.Nullable;

/** A replacement was not recorded; nothing was stored but the refusal in the audit trail. */
public final class ReplacementRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    NOT_PERMITTED,
    /** No such certificate was published, or the new one not by you. */
    UNKNOWN_CERTIFICATE,
    MALFORMED_REPLACEMENT,
    /**
     * No credit code stands in the certificate, so nobody can tell whether the holder is the same.
     */
    HOLDER_UNKNOWN,
    OTHER_HOLDER,
    /** Only certificates of the old systems are exchanged free of charge. */
    NOT_LEGACY,
    /** Nothing is replaced with a certificate of the old systems. */
    NEW_IS_LEGACY,
    /** One half of a pair replaces the same half. */
    ROLE_DIFFERS,
    VALIDITY_SHORTENED,
    /** The keys are not as said. */
    KEY_HANDLING_WRONG,
    /** Revoked, on hold or expired. */
    CERTIFICATE_NOT_IN_FORCE,
    /** The new certificate has taken another's place already. */
    ALREADY_RECORDED,
    SECOND_FREE_REPLACEMENT,
    /** No line of the tariff in force fits, or more than one does. */
    TARIFF_ITEM_UNCLEAR
  }

  private final Kind kind;
  private final @Nullable String field;

  ReplacementRefused(Kind kind, @Nullable String field, String detail) {
    super(detail);
    this.kind = kind;
    this.field = field;
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the request that is at fault, or null. */
  public @Nullable String field() {
    return field;
  }
}
