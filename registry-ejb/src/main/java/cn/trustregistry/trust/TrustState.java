package cn.trustregistry.trust;

import cn.trustregistry.authority.Authorities.CompanyRegistered;
import cn.trustregistry.authority.Authorities.IssuerAdmitted;
import cn.trustregistry.authority.EvidencePolicies.PolicyApproved;
import cn.trustregistry.authority.Suspension;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.recognition.RecognitionData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the current snapshot and takes committed changes into it before the change is acknowledged.
 *
 * <p>Should taking one in ever fail, there is no snapshot any more: a registry that does not know
 * what it acknowledged must not answer.
 */
@ApplicationScoped
public class TrustState {
  private static final Logger LOG = Logger.getLogger(TrustState.class.getName());

  private final AtomicReference<@Nullable TrustSnapshot> snapshot = new AtomicReference<>();

  /** Empty until it was loaded. */
  public Optional<TrustSnapshot> current() {
    return Optional.ofNullable(snapshot.get());
  }

  /**
   * @throws IllegalStateException if it was not loaded
   */
  public TrustSnapshot required() {
    return current()
        .orElseThrow(() -> new IllegalStateException("the trust snapshot is not loaded"));
  }

  public void load(TrustSnapshot loaded) {
    snapshot.set(loaded);
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyRegistered change) {
    update(s -> s.with(change.company()));
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) IssuerAdmitted change) {
    update(s -> s.with(change.issuer()));
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) PolicyApproved change) {
    update(s -> s.with(change.version()));
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecognitionData change) {
    update(s -> s.with(change));
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProjectFacts change) {
    update(s -> reported(s, change));
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrustChange change) {
    if (change instanceof TrustChange.CertificatesPublished published) {
      update(s -> added(s, published.entries()));
    } else if (change instanceof TrustChange.CrlPublished published) {
      update(s -> s.with(s.revocation().with(published.crl())));
    } else if (change instanceof TrustChange.NoticePublished published) {
      update(s -> s.with(s.revocation().with(published.notice())));
    } else if (change instanceof TrustChange.OcspTaken taken) {
      update(s -> s.with(s.revocation().with(taken.answer())));
    } else if (change instanceof TrustChange.CertificatesReplaced replaced) {
      update(s -> succeeded(s, replaced.successions()));
    }
  }

  void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) Suspension change) {
    update(s -> suspended(s, change));
  }

  private static TrustSnapshot suspended(TrustSnapshot snapshot, Suspension change) {
    snapshot.suspensions().add(change);
    return snapshot;
  }

  private static TrustSnapshot reported(TrustSnapshot snapshot, ProjectFacts facts) {
    snapshot.projects().add(facts);
    return snapshot;
  }

  private static TrustSnapshot succeeded(TrustSnapshot snapshot, List<Succession> successions) {
    successions.forEach(snapshot.successions()::add);
    return snapshot;
  }

  private static TrustSnapshot added(TrustSnapshot snapshot, List<DirectoryEntry> entries) {
    entries.forEach(snapshot.directory()::add);
    return snapshot;
  }

  private void update(UnaryOperator<TrustSnapshot> change) {
    try {
      snapshot.updateAndGet(s -> s == null ? null : change.apply(s));
    } catch (RuntimeException e) {
      snapshot.set(null);
      LOG.log(Level.SEVERE, "a committed change could not be taken in; answering stops", e);
      throw e;
    }
  }
}
