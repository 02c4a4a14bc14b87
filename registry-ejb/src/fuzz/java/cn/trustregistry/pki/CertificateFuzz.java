package cn.trustregistry.pki;

import cn.trustregistry.pki.Extensions.NameConstraints;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.lint.CertificateLints;
import cn.trustregistry.pki.name.NameRules;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile octets end in a certificate or in {@link MalformedObjectException}, and that soon. */
class CertificateFuzz {
  /** A path's validation has a budget of comparisons; here it is this many names. */
  private static final int NAMES = 10;

  @MethodSource("cn.trustregistry.pki.Seeds#certificates")
  @FuzzTest
  void reading_ends_soon_and_as_declared(byte[] octets) {
    Soon.ends(octets, CertificateFuzz::read);
  }

  private static void read(byte[] octets) {
    try {
      Certificate certificate = Certificate.read(octets);
      certificate.publicKey().bits();
      if (octets[0] == DerReader.SEQUENCE && !Arrays.equals(certificate.der(), octets)) {
        throw new AssertionError("what was read is not what was given");
      }
      if (certificate.toString().isEmpty()) {
        throw new AssertionError("nothing to show");
      }
      CertificateLints.examine(certificate, SubjectIdMapping.COMMON);
      holdAgainstItsOwnConstraints(certificate.extensions());
    } catch (MalformedObjectException e) {
      // As declared.
    }
  }

  /** Mailboxes, hosts and addresses are taken apart only when a constraint asks for it. */
  private static void holdAgainstItsOwnConstraints(Extensions extensions) {
    NameConstraints constraints = extensions.nameConstraints();
    if (constraints != null) {
      NameRules rules = NameRules.of(constraints);
      constraints.permitted().stream().limit(NAMES).forEach(rules::ruleOn);
      extensions.subjectAlternativeNames().stream().limit(NAMES).forEach(rules::ruleOn);
    }
  }
}
