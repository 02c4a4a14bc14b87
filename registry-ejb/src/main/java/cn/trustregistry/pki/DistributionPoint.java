package cn.trustregistry.pki;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where revocation of a certificate is published (RFC 5280 4.2.1.13).
 *
 * @param names the full names of the point, those relative to the CRL issuer already completed;
 *     empty if the point has none
 * @param reasons the reasons for revocation it covers; all of them if the point does not say
 * @param crlIssuers who signs the CRL, if not the certificate's issuer; empty if it is the issuer
 */
public record DistributionPoint(
    List<GeneralName> names, Set<ReasonFlag> reasons, List<GeneralName> crlIssuers) {
  /** ReasonFlags in the order of their bits, bit 0 being unused (RFC 5280 4.2.1.13). */
  public enum ReasonFlag {
    UNUSED,
    KEY_COMPROMISE,
    CA_COMPROMISE,
    AFFILIATION_CHANGED,
    SUPERSEDED,
    CESSATION_OF_OPERATION,
    CERTIFICATE_HOLD,
    PRIVILEGE_WITHDRAWN,
    AA_COMPROMISE;

    /** Every reason but the unused bit. */
    public static final Set<ReasonFlag> ALL =
        Collections.unmodifiableSet(EnumSet.range(KEY_COMPROMISE, AA_COMPROMISE));
  }

  /** Reads the content of CRLDistributionPoints or FreshestCRL. */
  public static List<DistributionPoint> readAll(
      DerReader reader, DistinguishedName certificateIssuer) throws MalformedObjectException {
    DerReader points = reader.sequence("CRLDistributionPoints");
    List<DistributionPoint> all = new ArrayList<>(1);
    do {
      all.add(read(points.sequence("DistributionPoint"), certificateIssuer));
    } while (!points.atEnd());
    return List.copyOf(all);
  }

  private static DistributionPoint read(DerReader point, DistinguishedName certificateIssuer)
      throws MalformedObjectException {
    DerReader name =
        point.nextIs(0xA0) ? point.enter(0xA0, "DistributionPoint.distributionPoint") : null;
    Set<ReasonFlag> reasons = point.nextIs(0x81) ? readReasons(point, 0x81) : ReasonFlag.ALL;
    List<GeneralName> issuers =
        point.nextIs(0xA2)
            ? GeneralName.readAll(point.enter(0xA2, "DistributionPoint.cRLIssuer"))
            : List.of();
    point.expectEnd();
    if (name == null && issuers.isEmpty()) {
      throw point.malformed("has neither a name nor a CRL issuer");
    }
    return new DistributionPoint(
        name == null ? List.of() : readName(name, base(issuers, certificateIssuer)),
        reasons,
        issuers);
  }

  private static @Nullable DistinguishedName base(
      List<GeneralName> issuers, DistinguishedName certificateIssuer) {
    if (issuers.isEmpty()) {
      return certificateIssuer;
    }
    return issuers.size() == 1 && issuers.get(0) instanceof GeneralName.Directory directory
        ? directory.name()
        : null;
  }

  /**
   * Reads the DistributionPointName that {@code choice} stands in.
   *
   * @param base name of the CRL issuer, to complete a relative name with; null if there is no
   *     single one
   */
  public static List<GeneralName> readName(DerReader choice, @Nullable DistinguishedName base)
      throws MalformedObjectException {
    List<GeneralName> names;
    if (choice.nextIs(0xA1)) {
      byte[] relative = choice.content(0xA1, "DistributionPointName.nameRelativeToCRLIssuer");
      if (base == null) {
        throw choice.malformed("is relative to more than one CRL issuer");
      }
      names = List.of(new GeneralName.Directory(base.with(relative)));
    } else {
      names = GeneralName.readAll(choice.enter(0xA0, "DistributionPointName.fullName"));
    }
    choice.expectEnd();
    return names;
  }

  /** Reads ReasonFlags under this tag. */
  public static Set<ReasonFlag> readReasons(DerReader reader, int tag)
      throws MalformedObjectException {
    byte[] bits = reader.bitString(tag, "ReasonFlags");
    Set<ReasonFlag> reasons = EnumSet.noneOf(ReasonFlag.class);
    for (ReasonFlag flag : ReasonFlag.ALL) {
      int bit = flag.ordinal();
      if (bit / 8 < bits.length && (bits[bit / 8] & 0x80 >> bit % 8) != 0) {
        reasons.add(flag);
      }
    }
    return Collections.unmodifiableSet(reasons);
  }
}
