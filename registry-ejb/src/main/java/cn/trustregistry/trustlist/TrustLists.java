package cn.trustregistry.trustlist;

import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The list in force, made anew when it would say something else or half of its life is over. */
@ApplicationScoped
public class TrustLists {
  @Inject TrustState trust;
  @Inject SigningIdentities identities;
  @Inject TrustListStore store;
  @Inject TrustListScheme scheme;

  @Inject
  @ConfigProperty(name = "registry.trustlist.days")
  long days;

  private volatile @Nullable TrustList newest;

  /** The list in force; empty if there is nothing to make it of, or nothing to sign it with. */
  public Optional<TrustList> current(Instant at) {
    Optional<TrustSnapshot> snapshot = trust.current();
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    TrustListContent content = TrustListContent.of(snapshot.get(), scheme.facts(), at);
    TrustList known = newest;
    if (known != null && says(known, content, at)) {
      return Optional.of(known);
    }
    return renewed(content, at);
  }

  /** Any list that was ever issued. */
  public Optional<TrustList> find(long sequence) {
    return store.find(sequence);
  }

  private synchronized Optional<TrustList> renewed(TrustListContent content, Instant at) {
    Optional<TrustList> stored = store.newest().filter(list -> says(list, content, at));
    if (stored.isPresent()) {
      newest = stored.get();
      return stored;
    }
    Optional<SigningIdentity> signer =
        identities.signing(SigningUse.TRUST_LIST, SigningAlgorithm.P256, at);
    Optional<TrustList> issued =
        signer.map(identity -> store.issue(content, identity, Duration.ofDays(days), at));
    issued.ifPresent(list -> newest = list);
    return issued;
  }

  private boolean says(TrustList list, TrustListContent content, Instant at) {
    Instant renewal = list.issuedAt().plus(Duration.ofDays(days).dividedBy(2));
    return list.contentSha256().equals(content.sha256()) && at.isBefore(renewal);
  }
}
