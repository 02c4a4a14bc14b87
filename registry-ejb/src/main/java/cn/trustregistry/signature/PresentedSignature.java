package cn.trustregistry.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.signature.RawSignature;
import cn.trustregistry.pki.signature.SignedContent;
import cn.trustregistry.pki.signature.SignedDataVerifier;
import cn.trustregistry.pki.signature.SignedDocument;
import cn.trustregistry.pki.signature.SignerJudgement;
import java.time.Instant;
import java.util.List;

/** A signature as it was handed in. */
public sealed interface PresentedSignature {
  /** Its name in records. */
  String format();

  List<SignerJudgement> judge(SignedContent content, Instant at);

  /** A bare value. */
  record Raw(RawSignature signature) implements PresentedSignature {
    @Override
    public String format() {
      return "RAW";
    }

    @Override
    public List<SignerJudgement> judge(SignedContent content, Instant at) {
      return List.of(signature.judge(content));
    }
  }

  /**
   * An object that holds signatures and what belongs to them.
   *
   * @param offered certificates beside those in it; none is trusted
   * @param userId that SM2 signatures are made under
   */
  record Document(SignedDocument document, List<Certificate> offered, byte[] userId)
      implements PresentedSignature {
    @Override
    public String format() {
      return document.kind().name();
    }

    @Override
    public List<SignerJudgement> judge(SignedContent content, Instant at) {
      return new SignedDataVerifier(offered, userId, at).judge(document, content);
    }
  }
}
