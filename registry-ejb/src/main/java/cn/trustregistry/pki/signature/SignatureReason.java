package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.Map;

/** Why a signature over a document does not pass; who signed well is judged elsewhere. */
public record SignatureReason(SignatureCause cause, Map<String, String> evidence)
    implements Reason {
  /**
   * @param name of the one fact it rests on
   */
  static SignatureReason of(SignatureCause cause, String name, Object fact) {
    return new SignatureReason(cause, Evidence.none().with(name, fact).facts());
  }

  @Override
  public String code() {
    return cause.name();
  }

  @Override
  public Verdict effect() {
    return cause.effect();
  }

  @Override
  public String standard() {
    return cause.standard();
  }
}
