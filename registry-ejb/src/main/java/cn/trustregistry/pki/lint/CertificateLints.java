package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import java.util.ArrayList;
import java.util.List;

/** All lints of an end-entity certificate, in this order. */
public final class CertificateLints {
  /** One family of lints. */
  @FunctionalInterface
  interface Family {
    void examine(Certificate certificate, List<Finding> found);
  }

  private static final List<Family> FAMILIES =
      List.of(
          BasicFieldLints::examine,
          PublicKeyLints::examine,
          SignatureAlgorithmLints::examine,
          NameLints::examine,
          KeyUsageLints::examine,
          ExtensionLints::examine);

  private CertificateLints() {}

  /**
   * @param places where its CA puts the holder's unified social credit code
   */
  public static List<Finding> examine(Certificate certificate, SubjectIdMapping places) {
    List<Finding> found = new ArrayList<>(2);
    for (Family family : FAMILIES) {
      family.examine(certificate, found);
    }
    HolderCodeLints.examine(certificate, places, found);
    return List.copyOf(found);
  }
}
