package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevocationReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Why a certificate is not, or not known to be, free of revocation. */
public sealed interface RevocationCause extends Reason {
  @Override
  default Verdict effect() {
    return Verdict.INDETERMINATE;
  }

  @Override
  default String standard() {
    return "RFC 5280 6.3.3";
  }

  /** The certificate is revoked. */
  record CertificateRevoked(RevocationReason reason, Instant since, RevocationEvidence source)
      implements RevocationCause {
    @Override
    public String code() {
      return "CERTIFICATE_REVOKED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("revocationReason", reason.name());
      facts.put("revokedAt", since.toString());
      facts.putAll(source.facts());
      return facts;
    }
  }

  /** The certificate is on hold: it must not be relied on now, and may be again. */
  record CertificateOnHold(Instant since, RevocationEvidence source) implements RevocationCause {
    @Override
    public String code() {
      return "CERTIFICATE_ON_HOLD";
    }

    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public String standard() {
      return "RFC 5280 5.3.1";
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("heldAt", since.toString());
      facts.putAll(source.facts());
      return facts;
    }
  }

  /** There is no list of any issuer that could answer. */
  record CrlMissing(DistinguishedName crlIssuer) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_MISSING";
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("crlIssuer", crlIssuer.toString());
    }
  }

  /** The newest list is out of date at the moment asked about. */
  record CrlStale(RevocationList list, Instant moment) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_STALE";
    }

    @Override
    public String standard() {
      return "RFC 5280 6.3.3(a)";
    }

    @Override
    public Map<String, String> evidence() {
      return with(list, "moment", moment.toString());
    }
  }

  /** The list was issued after the certificate expired, and no longer has to list it. */
  record CrlDropsExpired(RevocationList list, Instant notAfter) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_DROPS_EXPIRED";
    }

    @Override
    public String standard() {
      return "RFC 5280 3.3";
    }

    @Override
    public Map<String, String> evidence() {
      return with(list, "notAfter", notAfter.toString());
    }
  }

  /** There are lists, but none that covers this certificate. */
  record CrlOutOfScope(DistinguishedName crlIssuer) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_OUT_OF_SCOPE";
    }

    @Override
    public String standard() {
      return "RFC 5280 6.3.3(b)";
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("crlIssuer", crlIssuer.toString());
    }
  }

  /** The lists that answer do not cover every reason for revocation. */
  record CrlScopeIncomplete(DistinguishedName crlIssuer, Set<ReasonFlag> missing)
      implements RevocationCause {
    @Override
    public String code() {
      return "CRL_SCOPE_INCOMPLETE";
    }

    @Override
    public String standard() {
      return "RFC 5280 6.3.3(d)";
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("crlIssuer", crlIssuer.toString());
      facts.put("missingReasons", new TreeSet<>(missing).toString());
      return facts;
    }
  }

  /** The list is signed by a key that may not sign lists for this certificate. */
  record CrlSignerUntrusted(RevocationList list, String keySha256) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_SIGNER_UNTRUSTED";
    }

    @Override
    public String standard() {
      return "RFC 5280 6.3.3(f)";
    }

    @Override
    public Map<String, String> evidence() {
      return with(list, "signerKey", keySha256);
    }
  }

  /** The signature of the list was verified under no known key. */
  record CrlSignatureUnverified(RevocationList list) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_SIGNATURE_UNVERIFIED";
    }

    @Override
    public String standard() {
      return "RFC 5280 6.3.3(g)";
    }

    @Override
    public Map<String, String> evidence() {
      return RevocationEvidence.Crl.of(list);
    }
  }

  /**
   * The list has a critical extension, of its own or of an entry, that the engine does not know.
   */
  record CrlUnknownCriticalExtension(RevocationList list) implements RevocationCause {
    @Override
    public String code() {
      return "CRL_UNKNOWN_CRITICAL_EXTENSION";
    }

    @Override
    public String standard() {
      return "RFC 5280 5.2, 5.3";
    }

    @Override
    public Map<String, String> evidence() {
      Set<String> all = new TreeSet<>(list.unknownCritical());
      all.addAll(list.unknownCriticalInEntries());
      return with(list, "extensions", String.join(" ", all));
    }
  }

  /** There is a delta, but no complete list that it starts from. */
  record DeltaWithoutBase(DistinguishedName crlIssuer) implements RevocationCause {
    @Override
    public String code() {
      return "DELTA_WITHOUT_BASE";
    }

    @Override
    public String standard() {
      return "RFC 5280 6.3.3(c)";
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("crlIssuer", crlIssuer.toString());
    }
  }

  /** There is no OCSP response for the certificate. */
  record OcspMissing(DistinguishedName issuer) implements RevocationCause {
    @Override
    public String code() {
      return "OCSP_MISSING";
    }

    @Override
    public String standard() {
      return "RFC 6960 3.2";
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("issuer", issuer.toString());
    }
  }

  /** The newest OCSP response is out of date at the moment asked about. */
  record OcspStale(OcspAnswer answer, Instant moment) implements RevocationCause {
    @Override
    public String code() {
      return "OCSP_STALE";
    }

    @Override
    public String standard() {
      return "RFC 6960 3.2(5), 3.2(6)";
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> facts = new RevocationEvidence.Ocsp(answer).facts();
      facts.put("moment", moment.toString());
      return facts;
    }
  }

  /** The responder says that it does not know the certificate. */
  record OcspUnknown(OcspAnswer answer) implements RevocationCause {
    @Override
    public String code() {
      return "OCSP_UNKNOWN";
    }

    @Override
    public String standard() {
      return "RFC 6960 2.2";
    }

    @Override
    public Map<String, String> evidence() {
      return new RevocationEvidence.Ocsp(answer).facts();
    }
  }

  /** The certificate of the responder is revoked, or not known not to be. */
  record OcspResponderNotGood(OcspAnswer answer, String why) implements RevocationCause {
    @Override
    public String code() {
      return "OCSP_RESPONDER_NOT_GOOD";
    }

    @Override
    public String standard() {
      return "RFC 6960 4.2.2.2.1";
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> facts = new RevocationEvidence.Ocsp(answer).facts();
      facts.put("responderStatus", why);
      return facts;
    }
  }

  private static Map<String, String> with(RevocationList list, String name, String value) {
    Map<String, String> facts = RevocationEvidence.Crl.of(list);
    facts.put(name, value);
    return facts;
  }
}
