package cn.trustregistry.application;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an application stands, and the only steps there are. */
public enum ApplicationState {
  /** Being filled in; the company does not see it. */
  DRAFT,
  SUBMITTED,
  ACCEPTED,
  NEEDS_CORRECTION,
  APPROVED,
  ISSUED,
  REFUSED,
  WITHDRAWN;

  private static final Map<ApplicationState, Set<ApplicationState>> BY_COMPANY =
      Map.of(
          SUBMITTED, EnumSet.of(ACCEPTED, NEEDS_CORRECTION, REFUSED),
          ACCEPTED, EnumSet.of(NEEDS_CORRECTION, APPROVED, REFUSED),
          NEEDS_CORRECTION, EnumSet.of(REFUSED),
          APPROVED, EnumSet.of(ISSUED, REFUSED));

  private static final Map<ApplicationState, Set<ApplicationState>> BY_APPLICANT =
      Map.of(
          DRAFT, EnumSet.of(SUBMITTED),
          SUBMITTED, EnumSet.of(WITHDRAWN),
          ACCEPTED, EnumSet.of(WITHDRAWN),
          NEEDS_CORRECTION, EnumSet.of(SUBMITTED, WITHDRAWN));

  private static final Map<ApplicationState, Set<ApplicationState>> BY_REGISTRY =
      Map.of(NEEDS_CORRECTION, EnumSet.of(WITHDRAWN));

  /** Where a party may take it from here. */
  public Set<ApplicationState> next(Party party) {
    return switch (party) {
      case COMPANY -> BY_COMPANY.getOrDefault(this, Set.of());
      case APPLICANT -> BY_APPLICANT.getOrDefault(this, Set.of());
      case REGISTRY -> BY_REGISTRY.getOrDefault(this, Set.of());
    };
  }

  /** Whether the applicant may change form and materials. */
  public boolean isOpenToChanges() {
    return this == DRAFT || this == NEEDS_CORRECTION;
  }

  public boolean isEnd() {
    return this == ISSUED || this == REFUSED || this == WITHDRAWN;
  }

  /** Whether whoever brings it here has to say why. */
  public boolean needsReason() {
    return this == NEEDS_CORRECTION || this == REFUSED;
  }
}
