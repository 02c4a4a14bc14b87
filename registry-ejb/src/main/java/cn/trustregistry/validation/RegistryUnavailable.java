package cn.trustregistry.validation;

import org.jspecify.annotations.Nullable;

/** No verdict can be given now; nothing was decided and asking again is safe. */
public final class RegistryUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable, part of the SOAP faults and of the health checks. */
  public enum Code {
    TRUST_NOT_LOADED,
    RECORD_NOT_DURABLE,
    OVERLOADED,
    /** The verdict stands; its receipt can be asked for again. */
    RECEIPT_NOT_SIGNED
  }

  private final Code code;

  public RegistryUnavailable(Code code, String detail) {
    super(detail);
    this.code = code;
  }

  public RegistryUnavailable(Code code, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
