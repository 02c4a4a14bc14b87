package cn.trustregistry.rulemaking;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.recognition.Recognitions;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.rulemaking.DraftRefused.Kind;
import cn.trustregistry.rulemaking.RuleDraft.State;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drafts of rule books, from the first line to publication. */
@ApplicationScoped
public class RuleDrafts {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject TrustState trust;
  @Inject Centres centres;
  @Inject Credentials credentials;
  @Inject Recognitions recognitions;

  /** Starts a draft with the rules of the newest book. */
  @Transactional
  public RuleDraft create(Administrator admin, String note, Instant at) {
    audit.takeTurn();
    Optional<RuleBook> newest = trust.required().recognition().newest();
    RuleDraftRow row = new RuleDraftRow();
    row.state = State.OPEN.name();
    row.basedOn = newest.map(RuleBook::version).orElse(0L);
    row.createdBy = admin.name();
    row.createdAt = at;
    row.write(
        new DraftContent(
            note,
            newest.map(RuleBook::rules).orElse(List.of()),
            newest.map(RuleBook::legacyIssuedUntil).orElse(null)),
        admin.name(),
        at);
    entities.persist(row);
    entities.flush();
    return done(row, admin, "RULE_DRAFT_CREATED", "from rule book " + row.basedOn, at);
  }

  /**
   * Replaces what an open draft says; faults are kept as they are written, so that nothing is lost.
   *
   * @param revision the one that was seen
   * @throws DraftRefused if it is not open, or somebody else edited it since
   */
  @Transactional
  public RuleDraft edit(
      Administrator admin, long id, int revision, DraftContent content, Instant at) {
    RuleDraftRow row = turn(id, State.OPEN);
    seen(row, revision);
    row.write(content, admin.name(), at);
    return done(row, admin, "RULE_DRAFT_EDITED", "revision " + row.revision, at);
  }

  /** Makes an open draft one of the newest book, after somebody has looked at what that changes. */
  @Transactional
  public RuleDraft rebase(Administrator admin, long id, int revision, Instant at) {
    RuleDraftRow row = turn(id, State.OPEN);
    seen(row, revision);
    row.basedOn = recognitions.newestVersion();
    row.write(row.content(), admin.name(), at);
    return done(row, admin, "RULE_DRAFT_REBASED", "on rule book " + row.basedOn, at);
  }

  /** Gives up a draft that is not published. */
  @Transactional
  public RuleDraft discard(Administrator admin, long id, Instant at) {
    RuleDraftRow row = turn(id, State.OPEN, State.SUBMITTED);
    row.state = State.DISCARDED.name();
    return done(row, admin, "RULE_DRAFT_DISCARDED", "revision " + row.revision, at);
  }

  /**
   * Stands behind an open draft, as the first of two people; it can no longer be edited.
   *
   * @throws DraftRefused if it has faults, or another book was published since it was made
   */
  @Transactional
  public RuleDraft submit(Administrator admin, long id, int revision, Instant at) {
    RuleDraftRow row = turn(id, State.OPEN);
    seen(row, revision);
    requireFresh(row);
    requireFaultless(row);
    row.state = State.SUBMITTED.name();
    row.submittedBy = admin.name();
    row.submittedAt = at;
    return done(row, admin, "RULE_DRAFT_SUBMITTED", "revision " + row.revision, at);
  }

  /** Opens a submitted draft again instead of approving it. */
  @Transactional
  public RuleDraft sendBack(Administrator admin, long id, String why, Instant at) {
    RuleDraftRow row = turn(id, State.SUBMITTED);
    row.state = State.OPEN.name();
    row.submittedBy = null;
    row.submittedAt = null;
    return done(row, admin, "RULE_DRAFT_SENT_BACK", why, at);
  }

  /**
   * Publishes a submitted draft as the next rule book, as the second of two people.
   *
   * @throws DraftRefused if it is the same person, it has faults by now, or another book was
   *     published since it was made
   */
  @Transactional
  public RuleBook approve(Administrator admin, long id, Instant at) {
    RuleDraftRow row = turn(id, State.SUBMITTED);
    String first = row.submittedBy;
    if (first == null || first.equals(admin.name())) {
      throw new DraftRefused(
          Kind.SAME_PERSON, "A rule book is approved by somebody else than submitted it.");
    }
    requireFresh(row);
    requireFaultless(row);
    DraftContent content = row.content();
    RuleBook book =
        recognitions.publish(
            content.rules(), content.legacyIssuedUntil(), first, admin.name(), content.note(), at);
    row.state = State.PUBLISHED.name();
    row.publishedAs = book.version();
    done(row, admin, "RULE_DRAFT_APPROVED", "rule book " + book.version(), at);
    return book;
  }

  /** All drafts, the newest first. */
  @Transactional
  public List<RuleDraft> all() {
    return entities
        .createQuery("select d from RuleDraftRow d order by d.id desc", RuleDraftRow.class)
        .setMaxResults(200)
        .getResultStream()
        .map(RuleDraftRow::toDraft)
        .toList();
  }

  @Transactional
  public Optional<RuleDraft> find(long id) {
    return Optional.ofNullable(entities.find(RuleDraftRow.class, id)).map(RuleDraftRow::toDraft);
  }

  /** What keeps this from being published; empty if nothing does. */
  public List<DraftFault> faults(DraftContent content) {
    return DraftChecks.faults(content, world());
  }

  private DraftChecks.World world() {
    TrustSnapshot snapshot = trust.required();
    return new DraftChecks.World(
        snapshot.companies().stream().map(CaCompany::code).collect(toUnmodifiableSet()),
        snapshot.recognition().categories(),
        centres.all().stream().map(TradingCentre::code).collect(toUnmodifiableSet()),
        credentials.systems(),
        name -> isProject(snapshot, name));
  }

  private static boolean isProject(TrustSnapshot snapshot, String name) {
    int slash = name.indexOf('/');
    return slash > 0
        && snapshot
            .projects()
            .find(name.substring(0, slash), name.substring(slash + 1), Instant.MAX)
            .isPresent();
  }

  /** Takes the turn in the audit trail, so that steps come one after the other. */
  private RuleDraftRow turn(long id, State... states) {
    audit.takeTurn();
    RuleDraftRow row = entities.find(RuleDraftRow.class, id);
    if (row == null) {
      throw new DraftRefused(Kind.DRAFT_UNKNOWN, "There is no draft " + id + ".");
    }
    if (!List.of(states).contains(State.valueOf(row.state))) {
      throw new DraftRefused(Kind.DRAFT_STATE, "The draft is " + row.state + ".");
    }
    return row;
  }

  private static void seen(RuleDraftRow row, int revision) {
    if (row.revision != revision) {
      throw new DraftRefused(
          Kind.DRAFT_EDITED_MEANWHILE,
          row.changedBy + " edited it at " + row.changedAt + ": revision " + row.revision + ".");
    }
  }

  private void requireFresh(RuleDraftRow row) {
    long newest = recognitions.newestVersion();
    if (row.basedOn != newest) {
      throw new DraftRefused(
          Kind.DRAFT_STALE,
          "It was made from rule book " + row.basedOn + ", and the newest is " + newest + ".");
    }
  }

  private void requireFaultless(RuleDraftRow row) {
    List<DraftFault> faults = faults(row.content());
    if (!faults.isEmpty()) {
      throw new DraftRefused(faults);
    }
  }

  private RuleDraft done(
      RuleDraftRow row, Administrator admin, String action, String details, Instant at) {
    audit.append(admin.name(), null, action, Long.toString(row.id), details, at);
    entities.flush();
    return row.toDraft();
  }
}
