package cn.trustregistry.centre;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "trading_centre")
class CentreRow {
  @Id String code;

  @Column @Nullable String parent;

  @Column(name = "name_zh")
  String nameZh;

  @Column(name = "name_en")
  String nameEn;

  @Column String state;

  @Column(name = "created_at")
  Instant createdAt;

  CentreRow() {}

  TradingCentre toCentre() {
    return new TradingCentre(code, parent, nameZh, nameEn);
  }
}
