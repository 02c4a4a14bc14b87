package cn.trustregistry.web.portal;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.notice.Notice;
import cn.trustregistry.notice.NoticeText;
import cn.trustregistry.notice.Notices;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** The notices that count now, in the reader's language; {@code ?from=} chooses whose. */
@Named("board")
@RequestScoped
public class NoticeBoard {
  private static final int MOST = 100;
  private static final int NEWEST = 3;

  /** A notice in words; {@code from} is the name of the company, or of the platform. */
  public record Item(long id, String owner, String from, String title, String text, String since) {}

  @Inject Notices notices;
  @Inject Portal portal;
  @Inject Query query;
  @Inject Texts texts;

  private List<Item> items = List.of();
  private String owner = "";

  @PostConstruct
  void load() {
    items = notices.shown(Clock.now(), MOST).stream().map(this::inWords).toList();
    owner = query.text("from").orElse("");
  }

  private Item inWords(Notice notice) {
    NoticeText text = notice.text();
    String whose = Objects.requireNonNullElse(notice.owner(), "");
    return new Item(
        notice.id(),
        whose,
        name(whose),
        texts.pick(text.titleZh(), text.titleEn().isEmpty() ? text.titleZh() : text.titleEn()),
        texts.pick(text.textZh(), text.textEn().isEmpty() ? text.textZh() : text.textEn()),
        texts.time(text.from()).substring(0, 10));
  }

  private String name(String code) {
    return portal.getCompanies().stream()
        .filter(company -> company.code().equals(code))
        .findFirst()
        .map((CaCompany c) -> texts.pick(c.nameZh(), c.nameEn()))
        .orElseGet(() -> texts.text("platform"));
  }

  /** The few that the first page shows. */
  public List<Item> getNewest() {
    return items.stream().limit(NEWEST).toList();
  }

  /** All, or those of the chosen company. */
  public List<Item> getItems() {
    return items.stream().filter(i -> owner.isEmpty() || owner.equals(i.owner())).toList();
  }

  public String getOwner() {
    return owner;
  }
}
