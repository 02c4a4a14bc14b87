package cn.trustregistry.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a company's work list is made of. */
public enum Pile {
  /** Handed in, and nobody has looked at it. */
  WAITING(EnumSet.of(ApplicationState.SUBMITTED)),
  /** Taken, and not at its end. */
  IN_PROGRESS(
      EnumSet.of(
          ApplicationState.ACCEPTED, ApplicationState.NEEDS_CORRECTION, ApplicationState.APPROVED)),
  DONE(EnumSet.of(ApplicationState.ISSUED, ApplicationState.REFUSED, ApplicationState.WITHDRAWN));

  private final Set<ApplicationState> states;

  Pile(Set<ApplicationState> states) {
    this.states = states;
  }

  Set<ApplicationState> states() {
    return states;
  }

  static Pile of(ApplicationState state) {
    return Arrays.stream(values())
        .filter(pile -> pile.states.contains(state))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a draft is on nobody's list"));
  }
}
