package cn.trustregistry.pki.revocation;

import static cn.trustregistry.pki.Verdict.INDETERMINATE;
import static cn.trustregistry.pki.Verdict.INVALID;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevocationReason;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a certificate is not, or not known to be, free of revocation: one record for each form of
 * evidence; {@link #kind()} tells what it stands for.
 */
public sealed interface RevocationCause extends Reason {
  /** Every cause; the names are the stable codes. */
  enum Kind {
    /** Revoked for good. */
    CERTIFICATE_REVOKED(INVALID, "RFC 5280 6.3.3"),
    /** On hold: not to be relied on now, though it may be again. */
    CERTIFICATE_ON_HOLD(INVALID, "RFC 5280 5.3.1"),
    /** There is no list that could answer. */
    CRL_MISSING(INDETERMINATE, "RFC 5280 6.3.3"),
    /** There are lists, but none that covers this certificate. */
    CRL_OUT_OF_SCOPE(INDETERMINATE, "RFC 5280 6.3.3(b)"),
    /** The lists that answer do not cover every reason for revocation. */
    CRL_SCOPE_INCOMPLETE(INDETERMINATE, "RFC 5280 6.3.3(d)"),
    /** There is a delta, but no complete list that it starts from. */
    DELTA_WITHOUT_BASE(INDETERMINATE, "RFC 5280 6.3.3(c)"),
    /** The newest list is out of date at the moment asked about. */
    CRL_STALE(INDETERMINATE, "RFC 5280 6.3.3(a)"),
    /** The list was issued after the certificate expired, and no longer has to list it. */
    CRL_DROPS_EXPIRED(INDETERMINATE, "RFC 5280 3.3"),
    /** The list is signed by a key that may not sign lists for this certificate. */
    CRL_SIGNER_UNTRUSTED(INDETERMINATE, "RFC 5280 6.3.3(f)"),
    /** The signature of the list was verified under no key of its issuer. */
    CRL_SIGNATURE_UNVERIFIED(INDETERMINATE, "RFC 5280 6.3.3(g)"),
    /**
     * The list has a critical extension, of its own or of an entry, that the engine does not know.
     */
    CRL_UNKNOWN_CRITICAL_EXTENSION(INDETERMINATE, "RFC 5280 5.2, 5.3"),
    /** There is no OCSP response for the certificate. */
    OCSP_MISSING(INDETERMINATE, "RFC 6960 3.2"),
    /** The newest OCSP response is out of date at the moment asked about. */
    OCSP_STALE(INDETERMINATE, "RFC 6960 3.2(5), 3.2(6)"),
    /** The responder says that it does not know the certificate. */
    OCSP_UNKNOWN(INDETERMINATE, "RFC 6960 2.2"),
    /** The certificate of the responder is revoked, or not known not to be. */
    OCSP_RESPONDER_NOT_GOOD(INDETERMINATE, "RFC 6960 4.2.2.2.1");

    private final Verdict effect;
    private final String standard;

    Kind(Verdict effect, String standard) {
      this.effect = effect;
      this.standard = standard;
    }
  }

  Kind kind();

  /** The certificate whose status was asked for. */
  Certificate certificate();

  @Override
  default String code() {
    return kind().name();
  }

  @Override
  default Verdict effect() {
    return kind().effect;
  }

  @Override
  default String standard() {
    return kind().standard;
  }

  /** Evidence of revocation or hold. */
  record Opposed(
      Kind kind,
      Certificate certificate,
      RevocationReason reason,
      Instant since,
      RevocationEvidence source)
      implements RevocationCause {
    @Override
    public Map<String, String> evidence() {
      Evidence evidence =
          Evidence.of(certificate)
              .with("revocationReason", reason)
              .with(kind == Kind.CERTIFICATE_ON_HOLD ? "heldAt" : "revokedAt", since);
      return source.addTo(evidence).facts();
    }
  }

  /**
   * There is no list of the kind that is needed; {@code missing} are the reasons for revocation
   * left open.
   */
  record ListLacking(Kind kind, Certificate certificate, Set<ReasonFlag> missing)
      implements RevocationCause {
    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate)
          .with("crlIssuer", certificate.issuer())
          .with("missingReasons", new TreeSet<>(missing))
          .facts();
    }
  }

  /** A list cannot be used; {@code detail} is the moment, key or extension that it fails on. */
  record ListUnusable(Kind kind, Certificate certificate, RevocationList list, String detail)
      implements RevocationCause {
    @Override
    public Map<String, String> evidence() {
      return new RevocationEvidence.Crl(list, null)
          .addTo(Evidence.of(certificate))
          .with("detail", detail)
          .facts();
    }
  }

  /** There is no OCSP response. */
  record ResponseLacking(Certificate certificate) implements RevocationCause {
    @Override
    public Kind kind() {
      return Kind.OCSP_MISSING;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate).with("issuer", certificate.issuer()).facts();
    }
  }

  /**
   * An OCSP response cannot be used; {@code detail} is the moment or the cause that it fails on.
   */
  record ResponseUnusable(Kind kind, Certificate certificate, OcspAnswer answer, String detail)
      implements RevocationCause {
    @Override
    public Map<String, String> evidence() {
      return new RevocationEvidence.Ocsp(answer)
          .addTo(Evidence.of(certificate))
          .with("detail", detail)
          .facts();
    }
  }
}
