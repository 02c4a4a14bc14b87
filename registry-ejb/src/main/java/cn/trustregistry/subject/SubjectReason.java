package cn.trustregistry.subject;

import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.recognition.HolderKind;
import java.util.Map;

/**
 * No company has published a certificate of this kind for the holder; that proves nothing, so that
 * it is left open.
 */
record SubjectReason(HolderKind holderKind, UnifiedSocialCreditCode uscc) implements Reason {
  @Override
  public String code() {
    return "NO_CERTIFICATE_OF_HOLDER";
  }

  @Override
  public Verdict effect() {
    return Verdict.INDETERMINATE;
  }

  @Override
  public String standard() {
    return "Registry";
  }

  @Override
  public Map<String, String> evidence() {
    return Evidence.none().with("holderKind", holderKind).with("uscc", uscc).facts();
  }
}
