package cn.trustregistry.recognition;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.trustregistry.recognition.RecognitionRule.Effect;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "recognition_rule")
class RuleRow {
  @Embeddable
  record Key(@Column(name = "book_version") long bookVersion, @Column(name = "id") String id)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column int position;

  @Column String effect;

  @Column String tenants;

  @Column(name = "holder_kinds")
  String holderKinds;

  @Column String media;

  @Column String profiles;

  @Column String categories;

  @Column String stages;

  @Column String regions;

  @Column(name = "listed_from")
  @Nullable LocalDate listedFrom;

  @Column(name = "listed_to")
  @Nullable LocalDate listedTo;

  @Column(name = "valid_from")
  @Nullable Instant validFrom;

  @Column(name = "valid_to")
  @Nullable Instant validTo;

  @Column(name = "note_zh")
  String noteZh;

  @Column(name = "note_en")
  String noteEn;

  @Column String systems;

  @Column String projects;

  @Column(name = "until_project_ends")
  boolean untilProjectEnds;

  RuleRow() {}

  RuleRow(long bookVersion, int position, RecognitionRule rule) {
    this.key = new Key(bookVersion, rule.id());
    this.position = position;
    this.effect = rule.effect().name();
    this.tenants = write(rule.tenants());
    this.holderKinds = write(rule.holderKinds());
    this.media = write(rule.media());
    this.profiles = write(rule.profiles());
    this.categories = write(rule.categories());
    this.stages = write(rule.stages());
    this.regions = write(rule.regions());
    this.listedFrom = rule.listedFrom();
    this.listedTo = rule.listedTo();
    this.validFrom = rule.validFrom();
    this.validTo = rule.validTo();
    this.noteZh = rule.noteZh();
    this.noteEn = rule.noteEn();
    this.systems = write(rule.limits().systems());
    this.projects = write(rule.limits().projects());
    this.untilProjectEnds = rule.limits().untilProjectEnds();
  }

  RecognitionRule toRule() {
    return new RecognitionRule(
        key.id(),
        Effect.valueOf(effect),
        read(tenants, Function.identity()),
        read(holderKinds, HolderKind::valueOf),
        read(media, Medium::valueOf),
        read(profiles, Profile::valueOf),
        read(categories, CategoryRef::parse),
        read(stages, Stage::valueOf),
        read(regions, Region::parse),
        listedFrom,
        listedTo,
        validFrom,
        validTo,
        noteZh,
        noteEn,
        new RuleLimits(
            read(systems, Function.identity()),
            read(projects, Function.identity()),
            untilProjectEnds));
  }

  private static String write(Set<?> values) {
    return values.stream().map(Object::toString).sorted().collect(joining(","));
  }

  private static <T> Set<T> read(String text, Function<String, T> reader) {
    return Arrays.stream(text.split(","))
        .filter(item -> !item.isEmpty())
        .map(reader)
        .collect(toUnmodifiableSet());
  }
}
