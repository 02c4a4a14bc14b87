package cn.trustregistry.pricing;

/** A tariff was not published; nothing was stored. */
public final class TariffRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    NOT_PERMITTED,
    TARIFF_EMPTY,
    TARIFF_ITEM_TWICE,
    /** It would have been in force before it was published. */
    TARIFF_IN_THE_PAST,
    /** Another version was published meanwhile. */
    TARIFF_OUTDATED
  }

  private final Kind kind;

  TariffRefused(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
