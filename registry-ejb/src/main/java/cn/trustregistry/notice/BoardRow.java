package cn.trustregistry.notice;

import cn.trustregistry.notice.Notice.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notice")
class BoardRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column @Nullable String owner;

  @Column(name = "title_zh")
  String titleZh;

  @Column(name = "title_en")
  String titleEn;

  @Column(name = "text_zh")
  String textZh;

  @Column(name = "text_en")
  String textEn;

  @Column String state;

  @Column(name = "show_from")
  Instant showFrom;

  @Column(name = "show_to")
  @Nullable Instant showTo;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  String changedBy;

  BoardRow() {}

  void take(NoticeText text) {
    titleZh = text.titleZh();
    titleEn = text.titleEn();
    textZh = text.textZh();
    textEn = text.textEn();
    showFrom = text.from();
    showTo = text.to();
  }

  void become(State next, Author author, Instant at) {
    state = next.name();
    changedAt = at;
    changedBy = author.name();
  }

  boolean is(State one) {
    return state.equals(one.name());
  }

  Notice toNotice() {
    return new Notice(
        id,
        owner,
        new NoticeText(titleZh, titleEn, textZh, textEn, showFrom, showTo),
        State.valueOf(state),
        changedAt,
        changedBy);
  }
}
