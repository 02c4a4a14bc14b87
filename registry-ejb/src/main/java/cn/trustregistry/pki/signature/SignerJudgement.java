package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one signer's signature is worth, his certificate aside.
 *
 * @param certificate null where none that came along is his
 * @param algorithm of the signature, by name or in dotted form
 * @param claimedAt when he says he signed; nobody vouches for it
 * @param reasons everything that did not pass; none if the signature is his over the content
 */
public record SignerJudgement(
    @Nullable Certificate certificate,
    String algorithm,
    @Nullable Instant claimedAt,
    List<Reason> reasons) {
  public SignerJudgement {
    reasons = List.copyOf(reasons);
  }
}
