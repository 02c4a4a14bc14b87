package cn.trustregistry.scan;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.SecretBox;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.outbound.AllowedHosts;
import cn.trustregistry.outbound.OutboundRefused;
import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.scan.SigningRefused.Reason;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The centre's side: opens sessions, watches and ends them. */
@ApplicationScoped
public class SigningSessions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_OCTETS = 32;

  /** Most sessions of one centre that go on at the same time. */
  static final int MOST_LIVING = 5_000;

  /**
   * A new session; the only moment that its secrets are shown.
   *
   * @param payload what the QR code says
   * @param callbackSecret base64 of the key of the callback's signature, or null without callback
   */
  public record Opened(SigningSession session, String payload, @Nullable String callbackSecret) {
    @Override
    public String toString() {
      return "Opened[" + session.id() + "]";
    }
  }

  @Inject SessionStore store;
  @Inject SecretBox box;
  @Inject AllowedHosts hosts;
  @Inject TrustState trust;

  @Inject
  @ConfigProperty(name = "registry.public.url")
  String publicUrl;

  /**
   * @throws SigningRefused saying why not, and which field
   */
  @Transactional
  public Opened open(CentreClient client, SigningRequest request, Instant at) {
    OpeningCheck.judge(request, trust.required().recognition().categories());
    requireReported(client, request.project(), at);
    requireAllowed(client, request.callbackUrl());
    if (store.living(client.centre(), at) >= MOST_LIVING) {
      throw new SigningRefused(
          Reason.TOO_MANY_SESSIONS, MOST_LIVING + " sessions of yours go on already.");
    }
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    byte[] secret = random();
    SessionRow row = row(client, request, at);
    row.tokenSha256 = Sha256.hex(token);
    row.sealedSecret = request.callbackUrl() == null ? null : box.seal(secret, secretName(row.id));
    store.add(row);
    store.audit(client.clientId(), client.centre(), "SIGNING_SESSION_OPENED", row, at);
    return new Opened(
        row.at(at),
        SigningPayload.of(publicUrl, token),
        request.callbackUrl() == null ? null : Base64.getEncoder().encodeToString(secret));
  }

  /** One of the centre's own sessions. */
  public SigningSession read(CentreClient client, String id, Instant at) {
    SigningSession session =
        store
            .read(id, at)
            .orElseThrow(
                () ->
                    new SigningRefused(Reason.SESSION_UNKNOWN, "id", "There is no such session."));
    SessionStore.requireOwn(client, session.centre());
    return session;
  }

  /**
   * Ends a session that goes on; ending an ended one changes nothing.
   *
   * @throws SigningRefused with ALREADY_SIGNED if it is too late
   */
  @Transactional
  public SigningSession cancel(CentreClient client, String id, Instant at) {
    SessionRow row = store.lock(client, id);
    if (row.state() == SigningState.SIGNED) {
      throw new SigningRefused(Reason.ALREADY_SIGNED, "id", "It was signed before.");
    }
    if (!row.state().isEnded() && !row.isOverAt(at)) {
      row.end(SigningState.CANCELLED, at);
      store.audit(client.clientId(), client.centre(), "SIGNING_SESSION_CANCELLED", row, at);
    }
    return row.at(at);
  }

  private void requireReported(CentreClient client, @Nullable String project, Instant at) {
    if (project != null
        && trust.required().projects().find(client.centre(), project, at).isEmpty()) {
      throw new SigningRefused(
          Reason.UNKNOWN_PROJECT, "project", "You have reported no project " + project + ".");
    }
  }

  private void requireAllowed(CentreClient client, @Nullable String url) {
    if (url == null) {
      return;
    }
    try {
      hosts.require(client.centre(), url);
    } catch (OutboundRefused refused) {
      throw new SigningRefused(
          Reason.CALLBACK_NOT_ALLOWED, "callbackUrl", String.valueOf(refused.getMessage()));
    }
  }

  private static SessionRow row(CentreClient client, SigningRequest request, Instant at) {
    SessionRow row = new SessionRow();
    row.id = UUID.randomUUID().toString();
    row.centre = client.centre();
    row.openedBy = client.clientId();
    row.hashAlgorithm = request.algorithm().name();
    row.hash = request.hash();
    row.purpose = request.purpose();
    row.stage = request.stage().name();
    row.category = request.category().toString();
    row.listedOn = request.listedOn();
    row.project = request.project();
    String uscc = request.expectedUscc();
    UnifiedSocialCreditCode code = uscc == null ? null : UnifiedSocialCreditCode.parse(uscc);
    row.expectedUscc = code == null ? null : code.text();
    row.openedAt = at;
    row.expiresAt = at.plus(request.life());
    row.state = SigningState.OPEN.name();
    row.callbackUrl = request.callbackUrl();
    row.callbackResult = "";
    return row;
  }

  static String secretName(String id) {
    return "signing session " + id;
  }

  private static byte[] random() {
    byte[] octets = new byte[SECRET_OCTETS];
    RANDOM.nextBytes(octets);
    return octets;
  }
}
