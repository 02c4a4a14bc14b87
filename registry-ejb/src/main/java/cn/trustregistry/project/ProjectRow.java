package cn.trustregistry.project;

import cn.trustregistry.recognition.CategoryRef;
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
@Table(name = "project_facts")
class ProjectRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column String centre;

  @Column String code;

  @Column int version;

  @Column String name;

  @Column String category;

  @Column(name = "listed_on")
  LocalDate listedOn;

  @Column(name = "sealed_at")
  @Nullable Instant sealedAt;

  @Column(name = "opened_at")
  @Nullable Instant openedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "reported_at")
  Instant reportedAt;

  @Column(name = "reported_by")
  String reportedBy;

  @Column @Nullable String correction;

  ProjectRow() {}

  ProjectRow(ProjectFacts facts) {
    this.centre = facts.centre();
    this.code = facts.code();
    this.version = facts.version();
    this.name = facts.name();
    this.category = facts.category().toString();
    this.listedOn = facts.listedOn();
    this.sealedAt = facts.sealedAt();
    this.openedAt = facts.openedAt();
    this.endedAt = facts.endedAt();
    this.reportedAt = facts.reportedAt();
    this.reportedBy = facts.reportedBy();
    this.correction = facts.correction();
  }

  ProjectFacts toFacts() {
    return new ProjectFacts(
        centre,
        code,
        version,
        name,
        CategoryRef.parse(category),
        listedOn,
        sealedAt,
        openedAt,
        endedAt,
        reportedAt,
        reportedBy,
        correction);
  }
}
