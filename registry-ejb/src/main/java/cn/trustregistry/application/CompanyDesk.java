package cn.trustregistry.application;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.application.ApplicationRefused.Kind;
import cn.trustregistry.application.ApplicationStore.Move;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company's side: its own applications and nobody else's. */
@ApplicationScoped
public class CompanyDesk {
  private static final int LONGEST_REASON = 500;

  /**
   * A step that the company wants to take.
   *
   * @param reason for the applicant to read; empty if none is needed
   * @param certificates fingerprints, when it is issued
   * @param version the application's as the company saw it, or null if it does not care
   */
  public record Order(
      ApplicationState to, String reason, List<String> certificates, @Nullable Integer version) {
    public Order {
      certificates = List.copyOf(certificates);
    }
  }

  @Inject ApplicationStore store;
  @Inject MaterialStore materials;
  @Inject TrustState trust;

  /**
   * Those that changed after a cursor, in the order in which they changed.
   *
   * @param state only those that stand so, or null
   */
  public List<Application> after(
      CaClient client, @Nullable ApplicationState state, long cursor, int most) {
    requireScope(client);
    return store.after(client.tenant(), state, cursor, most);
  }

  @Transactional
  public Application read(CaClient client, String receipt) {
    requireScope(client);
    return store.whole(store.find(client.tenant(), receipt).orElseThrow(ApplicationStore::unknown));
  }

  /** The content of a material; empty if the application has no such one. */
  @Transactional
  public Optional<byte[]> material(CaClient client, String receipt, int number) {
    requireScope(client);
    ApplicationRow row =
        store.find(client.tenant(), receipt).orElseThrow(ApplicationStore::unknown);
    return materials.content(row, number);
  }

  /**
   * Takes a step.
   *
   * @throws ApplicationRefused saying why not
   */
  @Transactional
  public Application move(CaClient client, String receipt, Order order, Instant at) {
    requireScope(client);
    ApplicationRow row = store.lock(client.tenant(), receipt);
    if (order.version() != null && order.version() != row.version) {
      throw new ApplicationRefused(
          Kind.APPLICATION_CHANGED, "It is at version " + row.version + " now.");
    }
    requireReason(order);
    store.move(row, new Move(order.to(), Party.COMPANY, client.clientId(), order.reason()), at);
    if (order.to() == ApplicationState.ISSUED) {
      issuedCheck(row).judge(order.certificates(), at);
      row.certificates = String.join(" ", order.certificates());
    } else if (!order.certificates().isEmpty()) {
      throw new ApplicationRefused(
          Kind.CERTIFICATE_UNFIT, "Certificates are named when it is issued.");
    }
    return store.whole(row);
  }

  private IssuedCheck issuedCheck(ApplicationRow row) {
    return new IssuedCheck(
        row.tenant,
        row.holderKinds(),
        Medium.valueOf(row.medium),
        store.form(row).uscc(),
        sha256 -> trust.required().directory().find(sha256, Instant.MAX));
  }

  private static void requireReason(Order order) {
    boolean missing = order.to().needsReason() && order.reason().isBlank();
    boolean unfit =
        order.reason().length() > LONGEST_REASON
            || order
                .reason()
                .codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');
    if (missing || unfit) {
      throw new ApplicationRefused(
          Kind.REASON_UNFIT,
          "The applicant is to be told why, in 1 to " + LONGEST_REASON + " characters.");
    }
  }

  static void requireScope(CaClient client) {
    if (!client.may(Scope.APPLICATIONS)) {
      throw new ApplicationRefused(Kind.NOT_PERMITTED, "This client lacks the scope APPLICATIONS.");
    }
  }
}
