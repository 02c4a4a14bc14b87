package cn.trustregistry.web.soap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.PasswordDigest;
import cn.trustregistry.access.PasswordDigests;
import cn.trustregistry.web.access.Callers;
import cn.trustregistry.web.access.Identity;
import cn.trustregistry.web.access.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;

/**
 * Says which trading centre's client is calling: as at every door (HTTP Basic, access token, TLS
 * certificate) or by a UsernameToken in the message.
 */
@ApplicationScoped
class TokenCallers {
  @Inject Callers callers;
  @Inject Credentials credentials;
  @Inject PasswordDigests digests;
  @Inject Transport transport;

  /** The caller whom the connection or its HTTP header names. */
  CentreClient byConnection(HttpServletRequest request, Instant at) throws CallerRefused {
    Identity identity = callers.of(request, at);
    if (identity instanceof Identity.Known known) {
      return centre(known.caller());
    }
    if (identity instanceof Identity.InClearText) {
      throw new CallerRefused("TLS_REQUIRED", false);
    }
    throw new CallerRefused("NOT_AUTHENTICATED", true);
  }

  /** The caller whom a token names. */
  CentreClient byToken(HttpServletRequest request, UsernameToken token, Instant at)
      throws CallerRefused {
    if (!transport.mayCarryCredentials(request)) {
      throw new CallerRefused("TLS_REQUIRED", false);
    }
    return centre(token.isDigest() ? byDigest(token, at) : byText(token, at));
  }

  private Caller byText(UsernameToken token, Instant at) throws CallerRefused {
    if (!token.isText()) {
      throw new CallerRefused("NOT_AUTHENTICATED", false);
    }
    return credentials
        .authenticate(token.username(), token.password(), at)
        .orElseThrow(() -> new CallerRefused("NOT_AUTHENTICATED", false));
  }

  private Caller byDigest(UsernameToken token, Instant at) throws CallerRefused {
    PasswordDigests.Outcome outcome = digests.authenticate(digest(token), at);
    if (outcome instanceof PasswordDigests.Outcome.Good good) {
      return good.caller();
    }
    throw new CallerRefused(((PasswordDigests.Outcome.Refused) outcome).cause().name(), false);
  }

  private static PasswordDigest digest(UsernameToken token) throws CallerRefused {
    String nonce = token.nonce();
    String created = token.created();
    if (nonce == null || nonce.isEmpty() || created == null) {
      throw new CallerRefused("TOKEN_STALE", false);
    }
    try {
      return new PasswordDigest(
          token.username(),
          Base64.getDecoder().decode(nonce.getBytes(US_ASCII)),
          created,
          Base64.getDecoder().decode(token.password().getBytes(US_ASCII)));
    } catch (IllegalArgumentException notBase64) {
      throw new CallerRefused("NOT_AUTHENTICATED", false);
    }
  }

  private static CentreClient centre(Caller caller) throws CallerRefused {
    if (caller instanceof CentreClient centre) {
      return centre;
    }
    throw new CallerRefused("NOT_A_CENTRE", false);
  }
}
