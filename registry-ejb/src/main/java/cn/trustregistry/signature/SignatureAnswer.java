package cn.trustregistry.signature;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.signature.SignerJudgement;
import cn.trustregistry.validation.SofCode;
import cn.trustregistry.validation.Validations.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request.
 *
 * @param id of the durable record
 */
public record SignatureAnswer(String id, Instant decidedAt, List<Signer> signers) {
  /**
   * One signer.
   *
   * @param validation of his certificate; empty where that is not known
   */
  public record Signer(SignerJudgement judgement, Optional<Recorded> validation) {
    /** Of the signature alone. */
    public Verdict signatureVerdict() {
      return worst(judgement.reasons().stream().map(Reason::effect).toList());
    }

    Verdict verdict() {
      Verdict certificate =
          validation.map(recorded -> recorded.answer().verdict()).orElse(Verdict.INDETERMINATE);
      return worst(List.of(signatureVerdict(), certificate));
    }

    private int sofCode() {
      return signatureVerdict() != Verdict.VALID
          ? SofCode.OTHER
          : validation.map(recorded -> recorded.answer().sofCode()).orElse(SofCode.OTHER);
    }
  }

  public SignatureAnswer {
    signers = List.copyOf(signers);
  }

  /** The worst of all signatures and all certificates; nobody's signature is INDETERMINATE. */
  public Verdict verdict() {
    return signers.isEmpty()
        ? Verdict.INDETERMINATE
        : worst(signers.stream().map(Signer::verdict).toList());
  }

  /** Of the first signer who does not pass; VALID has 1. */
  public int sofCode() {
    return signers.stream()
        .filter(signer -> signer.verdict() != Verdict.VALID)
        .findFirst()
        .map(Signer::sofCode)
        .orElse(signers.isEmpty() ? SofCode.OTHER : SofCode.VALID);
  }

  static Verdict worst(List<Verdict> verdicts) {
    if (verdicts.contains(Verdict.INVALID)) {
      return Verdict.INVALID;
    }
    return verdicts.contains(Verdict.INDETERMINATE) ? Verdict.INDETERMINATE : Verdict.VALID;
  }
}
