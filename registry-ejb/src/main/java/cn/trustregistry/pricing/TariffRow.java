package cn.trustregistry.pricing;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tariff")
class TariffRow {
  @Embeddable
  record Key(
      @Column(name = "tenant") String tenant,
      @Column(name = "version") int version,
      @Column(name = "item") String item)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "holder_kind")
  String holderKind;

  @Column String medium;

  @Column(name = "term_months")
  int termMonths;

  @Column(name = "certificate_fen")
  long certificateFen;

  @Column(name = "medium_fen")
  long mediumFen;

  @Column(name = "seal_fen")
  long sealFen;

  @Column(name = "service_fen")
  long serviceFen;

  @Column(name = "free_until")
  @Nullable LocalDate freeUntil;

  @Column(name = "note_zh")
  String noteZh;

  @Column(name = "note_en")
  String noteEn;

  @Column(name = "valid_from")
  Instant validFrom;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "monthly_fen")
  @Nullable Long monthlyFen;

  @Column(name = "free_months")
  int freeMonths;

  @Column(name = "published_by")
  String publishedBy;

  TariffRow() {}

  TariffRow(
      String tenant, int version, TariffItem item, Instant validFrom, String actor, Instant at) {
    this.key = new Key(tenant, version, item.id());
    this.holderKind = item.holderKind().name();
    this.medium = item.medium().name();
    this.termMonths = item.termMonths();
    this.certificateFen = item.certificateFen();
    this.mediumFen = item.mediumFen();
    this.sealFen = item.sealFen();
    this.serviceFen = item.serviceFen();
    this.freeUntil = item.freeUntil();
    this.noteZh = item.noteZh();
    this.noteEn = item.noteEn();
    this.validFrom = validFrom;
    this.publishedAt = at;
    this.publishedBy = actor;
    this.monthlyFen = item.monthlyFen();
    this.freeMonths = item.freeMonths();
  }

  TariffItem toItem() {
    return new TariffItem(
        key.item(),
        HolderKind.valueOf(holderKind),
        Medium.valueOf(medium),
        termMonths,
        certificateFen,
        mediumFen,
        sealFen,
        serviceFen,
        freeUntil,
        noteZh,
        noteEn,
        monthlyFen,
        freeMonths);
  }
}
