package cn.trustregistry.pki.path;

import java.util.List;

/** One check of RFC 5280 section 6 over a whole path. */
@FunctionalInterface
interface PathCheck {
  /** All checks, in the order in which their findings are reported. */
  List<PathCheck> IN_ORDER =
      List.of(
          new AnchorCheck(),
          new SignatureCheck(),
          new ValidityCheck(),
          new NamesCheck(),
          new CriticalExtensionsCheck(),
          new CertificationAuthorityCheck(),
          new PathLengthCheck(),
          new KeyUsageCheck(),
          new ExtendedKeyUsageCheck(),
          new NameConstraintsCheck(),
          new PolicyCheck(),
          new AlgorithmStrengthCheck(),
          new RevocationCheck());

  /** Adds a reason to the examination for everything found wrong, and nothing else. */
  void examine(Examination examination);
}
