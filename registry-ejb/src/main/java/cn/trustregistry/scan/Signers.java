package cn.trustregistry.scan;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.scan.SigningRefused.Reason;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The side of the CA companies' apps: claim a session, return the signature or decline. */
@ApplicationScoped
public class Signers {
  @Inject SessionStore store;
  @Inject ClaimStore claims;
  @Inject TrustState trust;
  @Inject Validations validations;

  /**
   * Takes a session that was scanned; nobody else can then.
   *
   * @param token of the QR code
   */
  public SigningSession claim(CaClient client, String token, Instant at) {
    requireScope(client);
    return claims.claim(client, token, at);
  }

  /** A session that the company has claimed. */
  public SigningSession read(CaClient client, String id, Instant at) {
    requireScope(client);
    SigningSession session =
        store
            .read(id, at)
            .orElseThrow(
                () ->
                    new SigningRefused(Reason.SESSION_UNKNOWN, "id", "There is no such session."));
    SessionStore.requireClaimer(client, session.claim() == null ? null : session.claim().tenant());
    return session;
  }

  /** The signer does not want to; ending an ended session changes nothing. */
  public SigningSession decline(CaClient client, String id, Instant at) {
    requireScope(client);
    return claims.decline(client, id, at);
  }

  /**
   * Verifies what the app returns and ends the session with it. What does not count is counted: at
   * the fifth the session has failed. Returning the same again answers the same.
   *
   * @throws SigningRefused saying why it does not count
   */
  public SigningSession sign(
      CaClient client, String id, Certificate certificate, byte[] signature, Instant at) {
    requireScope(client);
    SigningSession session = claims.ready(client, id, certificate.der(), signature, at);
    if (session.state() == SigningState.SIGNED) {
      return session;
    }
    try {
      checkCertificate(client, session, certificate, at);
      SignedHash.verify(certificate.publicKey(), session.request().hash(), signature);
    } catch (SigningRefused refused) {
      claims.failed(client, id, refused, null, at);
      throw refused;
    }
    Validations.Recorded verdict = verdict(session, certificate, at);
    if (verdict.answer().verdict() != Verdict.VALID) {
      SigningRefused refused = notValid(verdict);
      claims.failed(client, id, refused, verdict.id(), at);
      throw refused;
    }
    return claims.signed(client, id, certificate.der(), signature, verdict.id(), at);
  }

  private void checkCertificate(
      CaClient client, SigningSession session, Certificate certificate, Instant at) {
    DirectoryEntry entry =
        trust
            .required()
            .directory()
            .find(certificate.sha256(), at)
            .filter(found -> found.tenant().equals(client.tenant()))
            .orElseThrow(
                () ->
                    new SigningRefused(
                        Reason.CERTIFICATE_NOT_YOURS,
                        "certificate",
                        "You have published no such certificate."));
    if (entry.medium() != Medium.MOBILE) {
      throw new SigningRefused(
          Reason.NOT_MOBILE, "certificate", "Its medium is " + entry.medium() + ".");
    }
    String expected = session.request().expectedUscc();
    if (expected != null && !expected.equals(entry.uscc())) {
      throw new SigningRefused(
          Reason.HOLDER_NOT_EXPECTED,
          "certificate",
          "The centre expects the holder " + expected + ".");
    }
  }

  /** The ordinary verdict, recorded as the centre's own question. */
  private Validations.Recorded verdict(
      SigningSession session, Certificate certificate, Instant at) {
    SigningRequest request = session.request();
    ValidationRequest question =
        new ValidationRequest(
            certificate,
            List.of(),
            at,
            at,
            request.category(),
            request.stage(),
            request.listedOn(),
            request.project(),
            null);
    CentreClient centre =
        new CentreClient(session.centre(), "signing-" + session.id().substring(0, 8));
    try {
      return validations.validate(centre, question, at);
    } catch (RequestRefused contradiction) {
      throw new SigningRefused(
          Reason.PROJECT_CONFLICT, "id", String.valueOf(contradiction.getMessage()));
    } catch (RegistryUnavailable e) {
      throw new SigningRefused(
          Reason.VERDICT_UNAVAILABLE, "No verdict can be given now; return it again later.");
    }
  }

  private static SigningRefused notValid(Validations.Recorded verdict) {
    String codes =
        String.join(
            ", ", verdict.answer().reasons().stream().map(reason -> reason.code()).toList());
    return new SigningRefused(
        Reason.CERTIFICATE_NOT_VALID,
        "certificate",
        verdict.answer().verdict() + " (" + codes + "), record " + verdict.id());
  }

  private static void requireScope(CaClient client) {
    if (!client.may(Scope.SIGN)) {
      throw new SigningRefused(Reason.NOT_PERMITTED, "This client lacks the scope SIGN.");
    }
  }
}
