package cn.trustregistry.application;

import cn.trustregistry.recognition.HolderKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "application")
class ApplicationRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column String receipt;

  @Column String tenant;

  @Column String kind;

  @Column String state;

  @Column int version;

  @Column(name = "last_step")
  long lastStep;

  @Column(name = "tariff_version")
  int tariffVersion;

  @Column String items;

  @Column(name = "holder_kinds")
  String holderKinds;

  @Column String medium;

  @Column(name = "fee_fen")
  long feeFen;

  @Column boolean monthly;

  @Column(name = "sealed_form")
  byte[] sealedForm;

  @Column String certificates;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "submitted_at")
  @Nullable Instant submittedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  ApplicationRow() {}

  void take(Offer offer) {
    tenant = offer.tenant();
    tariffVersion = offer.tariffVersion();
    items = String.join(" ", offer.itemIds());
    holderKinds = String.join(" ", offer.holderKinds().stream().map(HolderKind::name).toList());
    medium = offer.medium().name();
    feeFen = offer.feeFen();
    monthly = offer.monthly();
  }

  ApplicationKind kind() {
    return ApplicationKind.valueOf(kind);
  }

  ApplicationState state() {
    return ApplicationState.valueOf(state);
  }

  List<HolderKind> holderKinds() {
    return words(holderKinds).stream().map(HolderKind::valueOf).toList();
  }

  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  /** What its form is sealed under. */
  String formName() {
    return "application " + receipt + " form";
  }

  /** What a material of it is sealed under. */
  String materialName(int number) {
    return "application " + receipt + " material " + number;
  }
}
