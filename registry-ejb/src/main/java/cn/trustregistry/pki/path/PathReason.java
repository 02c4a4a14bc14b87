package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why a path failed: one record for each kind of evidence; {@link #cause()} tells what it stands
 * for.
 */
public sealed interface PathReason extends Reason {
  PathCause cause();

  /** The certificate, or the anchor's certificate, that failed. */
  Certificate certificate();

  @Override
  default String code() {
    return cause().name();
  }

  @Override
  default Verdict effect() {
    return cause().effect();
  }

  @Override
  default String standard() {
    return cause().standard();
  }

  @Override
  default Map<String, String> evidence() {
    return Evidence.of(certificate()).facts();
  }

  /** No certificate of the issuer is at hand that leads to an anchor. */
  record IssuerUnknown(Certificate certificate) implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.ISSUER_UNKNOWN;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate).with("issuer", certificate.issuer()).facts();
    }
  }

  /** There were more paths than may be looked at. */
  record BudgetExhausted(Certificate certificate) implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.SEARCH_BUDGET_EXHAUSTED;
    }
  }

  /** The moment asked about is not in the time for which the registry admits the anchor. */
  record AnchorNotAdmitted(TrustAnchor anchor, Instant at) implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.ANCHOR_NOT_ADMITTED;
    }

    @Override
    public Certificate certificate() {
      return anchor.certificate();
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate())
          .with("at", at)
          .with("from", anchor.admittedFrom())
          .with("until", anchor.admittedUntil())
          .facts();
    }
  }

  /** The moment asked about is not in the validity of a certificate, or of the anchor's. */
  record OutsideValidity(PathCause cause, Certificate certificate, Instant at)
      implements PathReason {
    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate)
          .with("at", at)
          .with("notBefore", certificate.notBefore())
          .with("notAfter", certificate.notAfter())
          .facts();
    }
  }

  /** The signature could not be verified, for one of several causes, with the issuer's key. */
  record SignatureFailed(
      PathCause cause, Certificate certificate, @Nullable PublicKey issuerKey, String detail)
      implements PathReason {
    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate)
          .with("algorithm", certificate.signatureAlgorithm().oid())
          .with("issuer", certificate.issuer())
          .with("issuerKey", issuerKey == null ? "" : issuerKey.sha256())
          .with("detail", detail)
          .facts();
    }
  }

  /** The name of the issuer is not the subject of the certificate whose key signed. */
  record NameChainingBroken(Certificate certificate, DistinguishedName found)
      implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.NAME_CHAINING_BROKEN;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate)
          .with("issuer", certificate.issuer())
          .with("found", found)
          .facts();
    }
  }

  /** A certificate is not what it would have to be; what is wrong is all in the cause. */
  record Unfit(PathCause cause, Certificate certificate) implements PathReason {}

  /** A critical extension that is not processed. */
  record CriticalExtensionUnknown(Certificate certificate, String extension) implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.CRITICAL_EXTENSION_UNKNOWN;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate).with("extension", extension).facts();
    }
  }

  /** The path goes further below a CA than that CA, or one above it, allows. */
  record PathTooLong(Certificate certificate, Certificate limiting, int limit)
      implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.PATH_TOO_LONG;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate)
          .with("limiting", limiting.subject())
          .with("limit", limit)
          .facts();
    }
  }

  /** The key may not be used for the purpose. */
  record UsageNotAllowed(PathCause cause, Certificate certificate, KeyPurpose purpose)
      implements PathReason {
    @Override
    public Map<String, String> evidence() {
      Set<KeyUsage> usage = certificate.extensions().keyUsage();
      Set<String> extended = certificate.extensions().extendedKeyUsage();
      return Evidence.of(certificate)
          .with("purpose", purpose)
          .with("keyUsage", usage == null ? "" : usage)
          .with("extendedKeyUsage", extended == null ? "" : extended)
          .facts();
    }
  }

  /** A name lies where the constraints of a CA above do not allow it. */
  record NameRefused(
      PathCause cause, Certificate certificate, GeneralName name, Certificate constraining)
      implements PathReason {
    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate)
          .with("name", text(name))
          .with("constraining", constraining.subject())
          .facts();
    }

    private static String text(GeneralName name) {
      if (name instanceof GeneralName.Email email) {
        return email.text();
      }
      if (name instanceof GeneralName.Dns dns) {
        return dns.text();
      }
      if (name instanceof GeneralName.Uri uri) {
        return uri.text();
      }
      return name instanceof GeneralName.Directory directory
          ? directory.name().toString()
          : name.toString();
    }
  }

  /** No policy that the relying party accepts is left. */
  record PolicyNotAccepted(Certificate certificate, Set<String> wanted) implements PathReason {
    @Override
    public PathCause cause() {
      return PathCause.POLICY_NOT_ACCEPTED;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate).with("wanted", new TreeSet<>(wanted)).facts();
    }
  }

  /** An algorithm or a key is too weak at the moment asked about. */
  record TooWeak(PathCause cause, Certificate certificate, String found, Instant refusedFrom)
      implements PathReason {
    @Override
    public Map<String, String> evidence() {
      return Evidence.of(certificate).with("found", found).with("refusedFrom", refusedFrom).facts();
    }
  }
}
