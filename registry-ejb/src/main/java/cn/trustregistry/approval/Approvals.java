package cn.trustregistry.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The one queue of all that waits for approval. */
@ApplicationScoped
public class Approvals {
  @Inject @Any Instance<DualControlled> rooms;

  /** All that waits, oldest first. */
  @Transactional
  public List<PendingChange> pending() {
    return rooms.stream()
        .flatMap(room -> room.pending().stream())
        .sorted(Comparator.comparing(change -> change.approvals().proposedAt()))
        .toList();
  }

  public void approve(DualControlled.Kind kind, String id, String person, Instant at) {
    room(kind).approve(id, person, at);
  }

  public void refuse(DualControlled.Kind kind, String id, String person, String why, Instant at) {
    room(kind).refuse(id, person, why, at);
  }

  private DualControlled room(DualControlled.Kind kind) {
    return rooms.stream()
        .filter(room -> room.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new ApprovalRefused(ApprovalRefused.Why.NOT_WAITING));
  }
}
