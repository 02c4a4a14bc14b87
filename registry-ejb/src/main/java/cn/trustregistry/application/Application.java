package cn.trustregistry.application;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands.
 *
 * @param receipt number that the applicant follows it by
 * @param version grows with every change
 * @param cursor grows over all applications with every step; what listings go by
 * @param items of the tariff at the moment of applying
 * @param holderKinds of the certificates asked for
 * @param feeFen in fen; for each month if {@code monthly}
 * @param certificates fingerprints of what was issued
 * @param steps the newest last
 */
public record Application(
    String receipt,
    String tenant,
    ApplicationKind kind,
    ApplicationState state,
    int version,
    long cursor,
    int tariffVersion,
    List<String> items,
    List<HolderKind> holderKinds,
    Medium medium,
    long feeFen,
    boolean monthly,
    ApplicationForm form,
    List<Material> materials,
    List<String> certificates,
    @Nullable Instant submittedAt,
    Instant changedAt,
    List<Step> steps) {
  /** Something that happened to it. */
  public record Step(
      ApplicationState from, ApplicationState to, Party party, String reason, Instant at) {}
}
