package cn.trustregistry.publication;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.lint.Finding;
import cn.trustregistry.publication.PublicationOutcome.Published;
import cn.trustregistry.publication.PublicationOutcome.Refused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which drafts of a batch are published, by what is published already and by each other, in
 * their order; pure.
 */
final class BatchDecision {
  private final Map<String, KnownCertificate> bySerial;
  private final Map<String, KnownCertificate> bySha256;
  private final Map<String, Set<String>> holdersOfKeys = new HashMap<>();
  private final Set<String> encrypting;
  private final List<CertificateRow> rows = new ArrayList<>();
  private final List<PublicationOutcome> outcomes = new ArrayList<>();

  private BatchDecision(Known known) {
    bySerial = new HashMap<>(known.bySerial());
    bySha256 = new HashMap<>(known.bySha256());
    known.holdersOfKeys().forEach((key, holders) -> holdersOfKeys.put(key, new HashSet<>(holders)));
    encrypting = new HashSet<>(known.encrypting());
  }

  static BatchDecision of(List<Draft> drafts, Known known, String clientId, Instant at) {
    BatchDecision decision = new BatchDecision(known);
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Fit fit && fit.role() == CertificateRole.ENCRYPTION) {
        decision.encrypting.add(Known.twin(fit.holder(), fit.attributes().medium().name()));
      }
    }
    for (Draft draft : drafts) {
      decision.outcomes.add(
          draft instanceof Draft.Fit fit
              ? decision.decide(fit, clientId, at)
              : new Refused(((Draft.Unfit) draft).why()));
    }
    return decision;
  }

  /** One for each draft, in their order. */
  List<PublicationOutcome> outcomes() {
    return outcomes;
  }

  /** What is to be stored. */
  List<CertificateRow> rows() {
    return rows;
  }

  private PublicationOutcome decide(Draft.Fit fit, String clientId, Instant at) {
    String serial = fit.certificate().serial().toString(16);
    String place = Known.place(fit.issuer().sha256(), serial);
    KnownCertificate same = bySerial.get(place);
    if (same != null) {
      return repeated(same, fit);
    }
    List<Finding> findings = new ArrayList<>(fit.warnings());
    keyReuse(fit, findings);
    pair(fit, findings);
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Refused(new PublicationRefused("certificate", List.copyOf(findings)));
    }
    CertificateRow row = new CertificateRow(fit, findings, clientId, at);
    rows.add(row);
    KnownCertificate now = KnownCertificate.of(row);
    bySerial.put(place, now);
    bySha256.put(row.sha256, now);
    holders(fit).add(fit.holder());
    return new Published(row.sha256, false, List.copyOf(findings));
  }

  private static PublicationOutcome repeated(KnownCertificate same, Draft.Fit fit) {
    if (!same.sha256().equals(fit.certificate().sha256())) {
      return refused(
          Kind.DUPLICATE_SERIAL,
          "certificate",
          "Certificate " + same.sha256() + " of the same issuer has the same serial number.");
    }
    if (!same.attributes().equals(fit.attributes())) {
      return refused(
          Kind.ATTRIBUTES_DIFFER, null, "It was published before with " + same.attributes() + ".");
    }
    if (fit.pair() != null && !fit.pair().equals(same.pair())) {
      return refused(
          Kind.ATTRIBUTES_DIFFER, "pair", "It was published before with the pair " + same.pair());
    }
    return new Published(same.sha256(), true, FindingsJson.read(same.warnings()));
  }

  private static Refused refused(Kind kind, @Nullable String field, String detail) {
    return new Refused(new PublicationRefused(kind, field, detail));
  }

  private void keyReuse(Draft.Fit fit, List<Finding> findings) {
    if (holders(fit).stream().anyMatch(holder -> !holder.equals(fit.holder()))) {
      findings.add(
          Finding.error(
              "e_key_of_another_holder",
              "Electronic Signature Law 13",
              "The same key is in a published certificate of another holder."));
    }
  }

  private Set<String> holders(Draft.Fit fit) {
    return holdersOfKeys.computeIfAbsent(
        fit.certificate().publicKey().sha256(), key -> new HashSet<>(1));
  }

  private void pair(Draft.Fit fit, List<Finding> findings) {
    if (fit.pair() != null) {
      namedPair(fit, fit.pair(), findings);
    } else if (fit.role() == CertificateRole.SIGNING
        && !encrypting.contains(Known.twin(fit.holder(), fit.attributes().medium().name()))) {
      findings.add(
          Finding.warning(
              "w_pair_missing",
              "GB/T 20518",
              "No encryption certificate of this holder on this medium is published yet."));
    }
  }

  private void namedPair(Draft.Fit fit, String pair, List<Finding> findings) {
    KnownCertificate other = bySha256.get(pair);
    if (other == null) {
      findings.add(
          Finding.warning(
              "w_pair_unknown", "GB/T 20518", "The pair " + pair + " is not published yet."));
    } else if (other.role() == fit.role()
        || (other.holder() != null && !other.holder().equals(fit.holder()))) {
      findings.add(
          Finding.error(
              "e_pair_does_not_match",
              "GB/T 20518",
              "The certificate " + pair + " has the same role or another holder."));
    }
  }
}
