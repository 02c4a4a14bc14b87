package cn.trustregistry.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.application.ApplicationRefused.Kind;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.recognition.Medium;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps applications; whoever changes one holds its row locked. */
@ApplicationScoped
class ApplicationStore {
  /** A step and who takes it. */
  record Move(ApplicationState to, Party party, String actor, String reason) {}

  private static final String OF_TENANT =
      "select a from ApplicationRow a where a.receipt = :receipt and a.tenant = :tenant"
          + " and a.state <> 'DRAFT'";

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject SecretBox box;

  @Transactional(Transactional.TxType.MANDATORY)
  public void add(ApplicationRow row) {
    entities.persist(row);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public ApplicationRow lock(long id) {
    ApplicationRow row = entities.find(ApplicationRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw unknown();
    }
    return row;
  }

  /** One of the company's own; a draft is nobody's but its author's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public ApplicationRow lock(String tenant, String receipt) {
    return entities
        .createQuery(OF_TENANT, ApplicationRow.class)
        .setParameter("receipt", receipt)
        .setParameter("tenant", tenant)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(ApplicationStore::unknown);
  }

  static ApplicationRefused unknown() {
    return new ApplicationRefused(Kind.APPLICATION_UNKNOWN, "There is no such application.");
  }

  @Transactional
  public Optional<ApplicationRow> find(String tenant, String receipt) {
    return entities
        .createQuery(OF_TENANT, ApplicationRow.class)
        .setParameter("receipt", receipt)
        .setParameter("tenant", tenant)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  public Optional<ApplicationRow> submitted(String receipt) {
    return entities
        .createQuery(
            "select a from ApplicationRow a where a.receipt = :receipt and a.state <> 'DRAFT'",
            ApplicationRow.class)
        .setParameter("receipt", receipt)
        .getResultStream()
        .findFirst();
  }

  /** A company's applications whose last step came after a cursor, in the order of these steps. */
  @Transactional
  public List<Application> after(
      String tenant, @Nullable ApplicationState state, long cursor, int most) {
    TypedQuery<ApplicationRow> query =
        entities.createQuery(
            "select a from ApplicationRow a where a.tenant = :tenant and a.lastStep > :cursor"
                + (state == null ? "" : " and a.state = :state")
                + " order by a.lastStep",
            ApplicationRow.class);
    query.setParameter("tenant", tenant).setParameter("cursor", cursor).setMaxResults(most);
    if (state != null) {
      query.setParameter("state", state.name());
    }
    return query.getResultStream().map(this::whole).toList();
  }

  /** With form, materials and steps. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Application whole(ApplicationRow row) {
    return new Application(
        row.receipt,
        row.tenant,
        row.kind(),
        row.state(),
        row.version,
        row.lastStep,
        row.tariffVersion,
        ApplicationRow.words(row.items),
        row.holderKinds(),
        Medium.valueOf(row.medium),
        row.feeFen,
        row.monthly,
        form(row),
        materials(row),
        ApplicationRow.words(row.certificates),
        row.submittedAt,
        row.changedAt,
        steps(row));
  }

  ApplicationForm form(ApplicationRow row) {
    return ApplicationForm.read(
        box.open(row.sealedForm, row.formName())
            .orElseThrow(() -> new IllegalStateException("the seal key is another one")));
  }

  void write(ApplicationRow row, ApplicationForm form) {
    row.sealedForm = box.seal(form.write(), row.formName());
  }

  private List<Material> materials(ApplicationRow row) {
    return entities
        .createQuery(
            "select m.key.number, m.sealedName, m.type, m.octets, m.sha256, m.addedAt"
                + " from MaterialRow m where m.key.application = :id order by m.key.number",
            Object[].class)
        .setParameter("id", row.id)
        .getResultStream()
        .map(m -> material(row, m))
        .toList();
  }

  private Material material(ApplicationRow row, Object[] m) {
    int number = (Integer) m[0];
    String name =
        box.open((byte[]) m[1], row.materialName(number) + " name")
            .map(octets -> new String(octets, UTF_8))
            .orElse("?");
    return new Material(
        number,
        name,
        MaterialType.valueOf((String) m[2]),
        (Integer) m[3],
        (String) m[4],
        (Instant) m[5]);
  }

  private List<Application.Step> steps(ApplicationRow row) {
    return entities
        .createQuery(
            "select s from StepRow s where s.application = :id order by s.seq", StepRow.class)
        .setParameter("id", row.id)
        .getResultStream()
        .map(StepRow::toStep)
        .toList();
  }

  /**
   * Takes a step.
   *
   * <p>The turn in the audit trail comes first, so that the order of steps is that of the commits,
   * which listings rest on.
   *
   * @throws ApplicationRefused if there is no such step from here
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void move(ApplicationRow row, Move move, Instant at) {
    audit.takeTurn();
    if (!row.state().next(move.party()).contains(move.to())) {
      throw new ApplicationRefused(
          Kind.ILLEGAL_MOVE, "It is " + row.state + " and cannot become " + move.to() + " so.");
    }
    StepRow step = new StepRow();
    step.application = row.id;
    step.from = row.state;
    step.to = move.to().name();
    step.party = move.party().name();
    step.actor = move.actor();
    step.reason = move.reason();
    step.at = at;
    entities.persist(step);
    entities.flush();
    row.state = move.to().name();
    row.lastStep = step.seq;
    row.version++;
    row.changedAt = at;
    row.endedAt = move.to().isEnd() ? at : null;
    audit.append(move.actor(), row.tenant, "APPLICATION_" + row.state, row.receipt, row.kind, at);
  }
}
