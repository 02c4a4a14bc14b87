package cn.trustregistry.notice;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.notice.Notice.State;
import cn.trustregistry.notice.NoticeRefused.Why;
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

/** Keeps notices: written as drafts, published for a time, withdrawn. */
@ApplicationScoped
public class Notices {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  /**
   * Keeps a new draft of the author's company, or of the platform.
   *
   * @return its id
   * @throws NoticeRefused if the text has faults
   */
  @Transactional
  public long draft(Author author, NoticeText text, Instant at) {
    requireFit(text);
    BoardRow row = new BoardRow();
    row.owner = author.company();
    row.take(text);
    row.become(State.DRAFT, author, at);
    entities.persist(row);
    entities.flush();
    note("PUBLIC_NOTICE_DRAFTED", row, author, at);
    return row.id;
  }

  /** Changes a draft; a published notice stays as it is. */
  @Transactional
  public void change(Author author, long id, NoticeText text, Instant at) {
    requireFit(text);
    BoardRow row = lock(author, id, State.DRAFT, Why.NO_DRAFT);
    row.take(text);
    row.become(State.DRAFT, author, at);
    note("PUBLIC_NOTICE_CHANGED", row, author, at);
  }

  @Transactional
  public void publish(Author author, long id, Instant at) {
    BoardRow row = lock(author, id, State.DRAFT, Why.NO_DRAFT);
    row.become(State.PUBLISHED, author, at);
    note("PUBLIC_NOTICE_PUBLISHED", row, author, at);
  }

  /** Takes a published notice off the portal at once. */
  @Transactional
  public void withdraw(Author author, long id, Instant at) {
    BoardRow row = lock(author, id, State.PUBLISHED, Why.NOT_PUBLISHED);
    row.become(State.WITHDRAWN, author, at);
    note("PUBLIC_NOTICE_WITHDRAWN", row, author, at);
  }

  /** Throws a draft away. */
  @Transactional
  public void discard(Author author, long id, Instant at) {
    BoardRow row = lock(author, id, State.DRAFT, Why.NO_DRAFT);
    note("PUBLIC_NOTICE_DISCARDED", row, author, at);
    entities.remove(row);
  }

  private static void requireFit(NoticeText text) {
    if (!text.faults().isEmpty()) {
      throw new NoticeRefused(Why.TEXT_UNFIT);
    }
  }

  private BoardRow lock(Author author, long id, State state, Why otherwise) {
    BoardRow row = entities.find(BoardRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !author.mayChange(row.owner)) {
      throw new NoticeRefused(Why.UNKNOWN);
    }
    if (!row.is(state)) {
      throw new NoticeRefused(otherwise);
    }
    return row;
  }

  private void note(String action, BoardRow row, Author author, Instant at) {
    audit.append(author.name(), row.owner, action, String.valueOf(row.id), row.titleZh, at);
  }

  /** One that the author works on. */
  @Transactional
  public Notice read(Author author, long id) {
    BoardRow row = entities.find(BoardRow.class, id);
    if (row == null || !author.mayChange(row.owner)) {
      throw new NoticeRefused(Why.UNKNOWN);
    }
    return row.toNotice();
  }

  /**
   * The newest, in whatever state.
   *
   * @param company only this company's, or null for everybody's
   */
  @Transactional
  public List<Notice> newest(@Nullable String company, int most) {
    TypedQuery<BoardRow> query =
        entities.createQuery(
            "select n from BoardRow n"
                + (company == null ? "" : " where n.owner = :company")
                + " order by n.changedAt desc",
            BoardRow.class);
    if (company != null) {
      query.setParameter("company", company);
    }
    return query.setMaxResults(most).getResultStream().map(BoardRow::toNotice).toList();
  }

  /** One that the portal shows at this moment; empty for every other. */
  @Transactional
  public Optional<Notice> shownOne(long id, Instant at) {
    return Optional.ofNullable(entities.find(BoardRow.class, id))
        .map(BoardRow::toNotice)
        .filter(notice -> notice.isShown(at));
  }

  /** What the portal shows at this moment, the newest first. */
  @Transactional
  public List<Notice> shown(Instant at, int most) {
    return entities
        .createQuery(
            "select n from BoardRow n where n.state = 'PUBLISHED' and n.showFrom <= :at"
                + " and (n.showTo is null or n.showTo > :at) order by n.showFrom desc, n.id desc",
            BoardRow.class)
        .setParameter("at", at)
        .setMaxResults(most)
        .getResultStream()
        .map(BoardRow::toNotice)
        .toList();
  }
}
