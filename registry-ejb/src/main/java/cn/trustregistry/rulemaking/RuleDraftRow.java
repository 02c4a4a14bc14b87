package cn.trustregistry.rulemaking;

import cn.trustregistry.rulemaking.RuleDraft.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rule_draft")
class RuleDraftRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column int revision;

  @Column String state;

  @Column(name = "based_on")
  long basedOn;

  @Column String note;

  @Column(name = "legacy_issued_until")
  @Nullable LocalDate legacyIssuedUntil;

  @Column String rules;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "changed_by")
  String changedBy;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "submitted_by")
  @Nullable String submittedBy;

  @Column(name = "submitted_at")
  @Nullable Instant submittedAt;

  @Column(name = "published_as")
  @Nullable Long publishedAs;

  RuleDraftRow() {}

  void write(DraftContent content, String actor, Instant at) {
    this.note = content.note();
    this.legacyIssuedUntil = content.legacyIssuedUntil();
    this.rules = RuleJson.write(content.rules());
    this.revision++;
    this.changedBy = actor;
    this.changedAt = at;
  }

  DraftContent content() {
    return new DraftContent(note, RuleJson.read(rules), legacyIssuedUntil);
  }

  RuleDraft toDraft() {
    return new RuleDraft(
        id,
        revision,
        State.valueOf(state),
        basedOn,
        content(),
        createdBy,
        createdAt,
        changedBy,
        changedAt,
        submittedBy,
        submittedAt,
        publishedAs);
  }
}
