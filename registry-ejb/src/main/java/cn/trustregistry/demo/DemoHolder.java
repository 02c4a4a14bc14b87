package cn.trustregistry.demo;

import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import java.util.List;

/**
 * Somebody who holds a pair of certificates, one for signing and one for encryption; every company
 * issues to the same holders. All of them are made up.
 *
 * @param id name of the files
 * @param subject distinguished name
 * @param number unified social credit code of the unit
 */
record DemoHolder(
    String id,
    DemoKeys kind,
    String subject,
    String number,
    CertificateAttributes attributes,
    Fate fate) {

  /** What became of the pair. */
  enum Fate {
    IN_USE,
    /** Issued, but left for the newcomer to publish. */
    UNPUBLISHED,
    REVOKED,
    ON_HOLD,
    EXPIRED
  }

  private static final String BUILDER = "91450100MA5DEM13CX";
  private static final String ROADS = "91450200MA5DEM28BT";

  static final List<DemoHolder> ALL =
      List.of(
          unit("unit-rsa", DemoKeys.RSA, Medium.USB_KEY, Profile.STANDARD, Fate.IN_USE),
          unit("unit-sm2", DemoKeys.SM2, Medium.USB_KEY, Profile.STANDARD, Fate.IN_USE),
          legalPerson("legal-person-rsa", DemoKeys.RSA),
          legalPerson("legal-person-sm2", DemoKeys.SM2),
          unit("mobile-sm2", DemoKeys.SM2, Medium.MOBILE, Profile.STANDARD, Fate.IN_USE),
          unit("mobile-rsa", DemoKeys.RSA, Medium.MOBILE, Profile.STANDARD, Fate.IN_USE),
          person("mobile-person-sm2", DemoKeys.SM2),
          unit("legacy-rsa", DemoKeys.RSA, Medium.USB_KEY, Profile.LEGACY, Fate.IN_USE),
          unit("revoked-rsa", DemoKeys.RSA, Medium.USB_KEY, Profile.STANDARD, Fate.REVOKED),
          unit("on-hold-sm2", DemoKeys.SM2, Medium.USB_KEY, Profile.STANDARD, Fate.ON_HOLD),
          unit("expired-rsa", DemoKeys.RSA, Medium.USB_KEY, Profile.STANDARD, Fate.EXPIRED),
          unit("new-rsa", DemoKeys.RSA, Medium.USB_KEY, Profile.STANDARD, Fate.UNPUBLISHED),
          unit("new-sm2", DemoKeys.SM2, Medium.USB_KEY, Profile.STANDARD, Fate.UNPUBLISHED));

  /** Files of the certificates of the old systems. */
  static final String LEGACY = "legacy-rsa";

  /** Gets a pair in exchange for one of the old systems. */
  static final DemoHolder REPLACEMENT =
      unit("replacement-rsa", DemoKeys.RSA, Medium.USB_KEY, Profile.STANDARD, Fate.IN_USE);

  private static DemoHolder unit(
      String id, DemoKeys kind, Medium medium, Profile profile, Fate fate) {
    boolean rsa = kind == DemoKeys.RSA;
    return new DemoHolder(
        id,
        kind,
        rsa
            ? "C=CN,ST=广西壮族自治区,L=南宁市,O=广西演示建设有限公司,CN=广西演示建设有限公司"
            : "C=CN,ST=广西壮族自治区,L=柳州市,O=柳州演示路桥有限公司,CN=柳州演示路桥有限公司",
        rsa ? BUILDER : ROADS,
        new CertificateAttributes(HolderKind.UNIT, medium, profile),
        fate);
  }

  private static DemoHolder legalPerson(String id, DemoKeys kind) {
    boolean rsa = kind == DemoKeys.RSA;
    return new DemoHolder(
        id,
        kind,
        rsa
            ? "C=CN,ST=广西壮族自治区,L=南宁市,O=广西演示建设有限公司,CN=演示甲"
            : "C=CN,ST=广西壮族自治区,L=柳州市,O=柳州演示路桥有限公司,CN=演示乙",
        rsa ? BUILDER : ROADS,
        new CertificateAttributes(HolderKind.LEGAL_PERSON, Medium.USB_KEY, Profile.STANDARD),
        Fate.IN_USE);
  }

  private static DemoHolder person(String id, DemoKeys kind) {
    return new DemoHolder(
        id,
        kind,
        "C=CN,ST=广西壮族自治区,L=柳州市,O=柳州演示路桥有限公司,CN=演示丙",
        ROADS,
        new CertificateAttributes(HolderKind.PERSON, Medium.MOBILE, Profile.STANDARD),
        Fate.IN_USE);
  }
}
