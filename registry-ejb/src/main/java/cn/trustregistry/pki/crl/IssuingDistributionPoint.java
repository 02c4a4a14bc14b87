package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.DistributionPoint;
import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.MalformedObjectException;
import java.util.List;
import java.util.Set;

/**
 * What a list covers (RFC 5280 5.2.5); a list without the extension covers {@link #EVERYTHING} of
 * its issuer.
 *
 * @param names the full names of the distribution point; empty if the list is not bound to one
 * @param onlyUserCertificates only end-entity certificates
 * @param onlyCaCertificates only CA certificates
 * @param onlySomeReasons the reasons covered; all of them if the list does not say
 * @param indirect whether it may list certificates of other issuers
 * @param onlyAttributeCertificates only attribute certificates, which are none of ours
 */
public record IssuingDistributionPoint(
    List<GeneralName> names,
    boolean onlyUserCertificates,
    boolean onlyCaCertificates,
    Set<ReasonFlag> onlySomeReasons,
    boolean indirect,
    boolean onlyAttributeCertificates) {
  /** Every certificate of the issuer, for every reason. */
  public static final IssuingDistributionPoint EVERYTHING =
      new IssuingDistributionPoint(List.of(), false, false, ReasonFlag.ALL, false, false);

  static IssuingDistributionPoint read(DerReader value, DistinguishedName crlIssuer)
      throws MalformedObjectException {
    DerReader fields = value.sequence("IssuingDistributionPoint");
    List<GeneralName> names =
        fields.nextIs(0xA0)
            ? DistributionPoint.readName(
                fields.enter(0xA0, "IssuingDistributionPoint.distributionPoint"), crlIssuer)
            : List.of();
    boolean users = flag(fields, 1);
    boolean authorities = flag(fields, 2);
    Set<ReasonFlag> reasons =
        fields.nextIs(DerReader.context(3))
            ? DistributionPoint.readReasons(fields, DerReader.context(3))
            : ReasonFlag.ALL;
    boolean indirect = flag(fields, 4);
    boolean attributes = flag(fields, 5);
    fields.expectEnd();
    if ((users ? 1 : 0) + (authorities ? 1 : 0) + (attributes ? 1 : 0) > 1) {
      throw fields.malformed("says at once only users, only CAs or only attributes");
    }
    return new IssuingDistributionPoint(names, users, authorities, reasons, indirect, attributes);
  }

  private static boolean flag(DerReader fields, int number) throws MalformedObjectException {
    int tag = DerReader.context(number);
    if (!fields.nextIs(tag)) {
      return false;
    }
    if (!fields.bool(tag, "IssuingDistributionPoint")) {
      throw fields.malformed("encodes a default value"); // X.690 11.5
    }
    return true;
  }
}
