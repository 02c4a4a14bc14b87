package cn.trustregistry.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes what is kept no longer (PIPL article 19): drafts after a day, materials 30 days and the
 * whole application a year after its end; what waits 60 days for a correction counts as withdrawn.
 */
@ApplicationScoped
public class Retention {
  private static final Duration DRAFT = Duration.ofDays(1);

  @Inject Deletion deletion;
  @Inject FollowCodes codes;
  @Inject PortalLimits limits;

  @Inject
  @ConfigProperty(name = "registry.applications.correction.days", defaultValue = "60")
  int correctionDays;

  @Inject
  @ConfigProperty(name = "registry.applications.materials.days", defaultValue = "30")
  int materialsDays;

  @Inject
  @ConfigProperty(name = "registry.applications.days", defaultValue = "365")
  int days;

  /** To be called regularly; each application is a transaction of its own. */
  public void sweep(Instant at) {
    Consumer<Long> withdraw = id -> deletion.withdraw(id, at);
    deletion.drafts(at.minus(DRAFT)).forEach(deletion::deleteDraft);
    deletion.waiting(at.minus(Duration.ofDays(correctionDays))).forEach(withdraw);
    deletion
        .withMaterials(at.minus(Duration.ofDays(materialsDays)))
        .forEach(id -> deletion.deleteMaterials(id, at));
    deletion.ended(at.minus(Duration.ofDays(days))).forEach(id -> deletion.delete(id, at));
    codes.sweep(at);
    limits.sweep(at);
  }
}
