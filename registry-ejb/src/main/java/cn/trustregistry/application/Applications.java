package cn.trustregistry.application;

import cn.trustregistry.application.ApplicationRefused.Kind;
import cn.trustregistry.application.ApplicationStore.Move;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.pricing.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The applicant's side: fill in, hand in, correct, withdraw. */
@ApplicationScoped
public class Applications {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String ACTOR = "applicant";

  @Inject ApplicationStore store;
  @Inject MaterialStore materials;
  @Inject Authorities authorities;
  @Inject Tariffs tariffs;

  /** What the companies offer for a kind of application now. */
  public List<Offer> offers(ApplicationKind kind, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, SHANGHAI);
    return authorities.companies().stream()
        .flatMap(company -> tariffs.inForce(company.code(), at).stream())
        .flatMap(tariff -> Offer.of(kind, tariff, day).stream())
        .toList();
  }

  /**
   * Begins an application; the company does not see it yet.
   *
   * @param offer key of one of the offers
   * @throws ApplicationRefused if the offer is gone or the form has faults
   */
  @Transactional
  public Pass draft(ApplicationKind kind, String offer, ApplicationForm form, Instant at) {
    ApplicationRow row = new ApplicationRow();
    row.receipt = ReceiptNumber.at(at);
    row.kind = kind.name();
    row.state = ApplicationState.DRAFT.name();
    row.certificates = "";
    row.createdAt = at;
    fill(row, offer, form, at);
    store.add(row);
    return new Pass(row.id, at);
  }

  /** Changes a draft, company included. */
  @Transactional
  public void change(Pass pass, String offer, ApplicationForm form, Instant at) {
    ApplicationRow row = open(pass, at);
    if (row.state() != ApplicationState.DRAFT) {
      throw new ApplicationRefused(Kind.ILLEGAL_MOVE, "It was handed in before.");
    }
    fill(row, offer, form, at);
  }

  private void fill(ApplicationRow row, String key, ApplicationForm form, Instant at) {
    Offer offer =
        offers(row.kind(), at).stream()
            .filter(candidate -> candidate.key().equals(key))
            .findFirst()
            .orElseThrow(
                () -> new ApplicationRefused(Kind.OFFER_GONE, "There is no such offer now."));
    row.take(offer);
    write(row, form, at);
  }

  /** Changes the form of one that is open to changes. */
  @Transactional
  public void correct(Pass pass, ApplicationForm form, Instant at) {
    write(open(pass, at), form, at);
  }

  private void write(ApplicationRow row, ApplicationForm form, Instant at) {
    ApplicationForm tidy = FormCheck.tidy(form);
    if (!FormCheck.faults(row.kind(), row.holderKinds(), tidy).isEmpty()) {
      throw new ApplicationRefused(Kind.FORM_UNFIT, "The form has faults.");
    }
    store.write(row, tidy);
    row.version++;
    row.changedAt = at;
  }

  /**
   * Adds a file.
   *
   * @throws ApplicationRefused if it is of no type taken, or over a limit
   */
  @Transactional
  public void addMaterial(Pass pass, String name, byte[] content, Instant at) {
    ApplicationRow row = open(pass, at);
    materials.add(row, name, content, at);
    row.version++;
  }

  @Transactional
  public void removeMaterial(Pass pass, int number, Instant at) {
    ApplicationRow row = open(pass, at);
    materials.remove(row, number);
    row.version++;
  }

  /**
   * Hands it in, the first time or again after a correction.
   *
   * @return the receipt
   */
  @Transactional
  public String submit(Pass pass, Instant at) {
    ApplicationRow row = open(pass, at);
    if (materials.numbers(row).isEmpty()) {
      throw new ApplicationRefused(Kind.MATERIALS_MISSING, "At least one material is needed.");
    }
    if (row.submittedAt == null) {
      row.submittedAt = at;
    }
    store.move(row, new Move(ApplicationState.SUBMITTED, Party.APPLICANT, ACTOR, ""), at);
    return row.receipt;
  }

  @Transactional
  public void withdraw(Pass pass, Instant at) {
    ApplicationRow row = store.lock(pass.applicationAt(at));
    store.move(row, new Move(ApplicationState.WITHDRAWN, Party.APPLICANT, ACTOR, ""), at);
  }

  @Transactional
  public Application read(Pass pass, Instant at) {
    return store.whole(store.lock(pass.applicationAt(at)));
  }

  private ApplicationRow open(Pass pass, Instant at) {
    ApplicationRow row = store.lock(pass.applicationAt(at));
    if (!row.state().isOpenToChanges()) {
      throw new ApplicationRefused(Kind.ILLEGAL_MOVE, "It is " + row.state + ": no changes.");
    }
    return row;
  }
}
