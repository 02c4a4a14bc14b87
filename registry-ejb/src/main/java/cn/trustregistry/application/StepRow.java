package cn.trustregistry.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "application_step")
class StepRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column long application;

  @Column(name = "from_state")
  String from;

  @Column(name = "to_state")
  String to;

  @Column String party;

  @Column String actor;

  @Column String reason;

  @Column(name = "at_time")
  Instant at;

  StepRow() {}

  Application.Step toStep() {
    return new Application.Step(
        ApplicationState.valueOf(from),
        ApplicationState.valueOf(to),
        Party.valueOf(party),
        reason,
        at);
  }
}
