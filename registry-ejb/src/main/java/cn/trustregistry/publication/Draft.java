package cn.trustregistry.publication;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.lint.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A submission after everything was looked at that needs no other certificate. */
public sealed interface Draft {
  /**
   * Nothing is wrong with it by itself.
   *
   * @param issuer the one that signed it
   * @param uscc the holder's code, or null
   * @param holder whom the key belongs to: equal for all certificates of one holder
   */
  record Fit(
      Certificate certificate,
      CertificateAttributes attributes,
      @Nullable String pair,
      Issuer issuer,
      CertificateRole role,
      @Nullable String uscc,
      String holder,
      List<Finding> warnings)
      implements Draft {}

  /** It is refused whatever else was published. */
  record Unfit(PublicationRefused why) implements Draft {}
}
