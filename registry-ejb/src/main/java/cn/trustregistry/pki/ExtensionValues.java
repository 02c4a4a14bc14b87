package cn.trustregistry.pki;

import cn.trustregistry.pki.Extensions.AccessDescription;
import cn.trustregistry.pki.Extensions.AuthorityKeyIdentifier;
import cn.trustregistry.pki.Extensions.BasicConstraints;
import cn.trustregistry.pki.Extensions.NameConstraints;
import cn.trustregistry.pki.Extensions.PolicyConstraints;
import cn.trustregistry.pki.Extensions.PolicyMapping;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the ASN.1 types of RFC 5280 section 4.2, one method each. */
final class ExtensionValues {
  private ExtensionValues() {}

  static BasicConstraints basicConstraints(DerReader value) throws MalformedObjectException {
    DerReader sequence = value.sequence("BasicConstraints");
    boolean ca = sequence.nextIs(DerReader.BOOLEAN) && sequence.bool("BasicConstraints.cA");
    Integer pathLength =
        sequence.nextIs(DerReader.INTEGER)
            ? sequence.count(DerReader.INTEGER, "BasicConstraints.pathLenConstraint")
            : null;
    sequence.expectEnd();
    return new BasicConstraints(ca, pathLength);
  }

  static Set<String> keyPurposes(DerReader value) throws MalformedObjectException {
    DerReader sequence = value.sequence("ExtKeyUsageSyntax");
    Set<String> purposes = new LinkedHashSet<>();
    do {
      purposes.add(sequence.oid("KeyPurposeId"));
    } while (!sequence.atEnd());
    return Collections.unmodifiableSet(purposes);
  }

  static AuthorityKeyIdentifier authorityKeyIdentifier(DerReader value)
      throws MalformedObjectException {
    DerReader sequence = value.sequence("AuthorityKeyIdentifier");
    Octets key =
        sequence.nextIs(0x80)
            ? Octets.owning(sequence.content(0x80, "AuthorityKeyIdentifier.keyIdentifier"))
            : null;
    List<GeneralName> issuer =
        sequence.nextIs(0xA1)
            ? GeneralName.readAll(
                sequence.enter(0xA1, "AuthorityKeyIdentifier.authorityCertIssuer"))
            : List.of();
    BigInteger serial =
        sequence.nextIs(0x82)
            ? sequence.integer(0x82, "AuthorityKeyIdentifier.authorityCertSerialNumber")
            : null;
    sequence.expectEnd();
    return new AuthorityKeyIdentifier(key, issuer, serial);
  }

  static List<String> policies(DerReader value) throws MalformedObjectException {
    DerReader sequence = value.sequence("CertificatePolicies");
    Set<String> policies = new LinkedHashSet<>();
    do {
      DerReader information = sequence.sequence("PolicyInformation");
      if (!policies.add(information.oid("PolicyInformation.policyIdentifier"))) {
        throw sequence.malformed("has a policy twice");
      }
      if (!information.atEnd()) {
        information.skip("PolicyInformation.policyQualifiers");
      }
      information.expectEnd();
    } while (!sequence.atEnd());
    return List.copyOf(policies);
  }

  static List<PolicyMapping> policyMappings(DerReader value) throws MalformedObjectException {
    DerReader sequence = value.sequence("PolicyMappings");
    List<PolicyMapping> mappings = new ArrayList<>();
    do {
      DerReader pair = sequence.sequence("PolicyMapping");
      mappings.add(
          new PolicyMapping(pair.oid("issuerDomainPolicy"), pair.oid("subjectDomainPolicy")));
      pair.expectEnd();
    } while (!sequence.atEnd());
    return List.copyOf(mappings);
  }

  static PolicyConstraints policyConstraints(DerReader value) throws MalformedObjectException {
    DerReader sequence = value.sequence("PolicyConstraints");
    Integer explicit =
        sequence.nextIs(0x80)
            ? sequence.count(0x80, "PolicyConstraints.requireExplicitPolicy")
            : null;
    Integer mapping =
        sequence.nextIs(0x81)
            ? sequence.count(0x81, "PolicyConstraints.inhibitPolicyMapping")
            : null;
    sequence.expectEnd();
    if (explicit == null && mapping == null) {
      throw sequence.malformed("is empty");
    }
    return new PolicyConstraints(explicit, mapping);
  }

  static NameConstraints nameConstraints(DerReader value) throws MalformedObjectException {
    DerReader sequence = value.sequence("NameConstraints");
    List<GeneralName> permitted =
        sequence.nextIs(0xA0)
            ? subtrees(sequence.enter(0xA0, "NameConstraints.permittedSubtrees"))
            : List.of();
    List<GeneralName> excluded =
        sequence.nextIs(0xA1)
            ? subtrees(sequence.enter(0xA1, "NameConstraints.excludedSubtrees"))
            : List.of();
    sequence.expectEnd();
    if (permitted.isEmpty() && excluded.isEmpty()) {
      throw sequence.malformed("is empty");
    }
    return new NameConstraints(permitted, excluded);
  }

  /**
   * The bases of the subtrees; minimum and maximum are never used (RFC 5280 4.2.1.10) and so
   * refused by {@code expectEnd}.
   */
  private static List<GeneralName> subtrees(DerReader trees) throws MalformedObjectException {
    List<GeneralName> bases = new ArrayList<>();
    do {
      DerReader tree = trees.sequence("GeneralSubtree");
      bases.add(GeneralName.read(tree));
      if (tree.nextIs(0x80) && tree.integer(0x80, "GeneralSubtree.minimum").signum() != 0) {
        throw tree.malformed("has a minimum other than zero");
      }
      tree.expectEnd();
    } while (!trees.atEnd());
    return List.copyOf(bases);
  }

  static List<AccessDescription> accessDescriptions(DerReader value)
      throws MalformedObjectException {
    DerReader sequence = value.sequence("AuthorityInfoAccessSyntax");
    List<AccessDescription> all = new ArrayList<>(2);
    do {
      DerReader description = sequence.sequence("AccessDescription");
      all.add(
          new AccessDescription(
              description.oid("AccessDescription.accessMethod"), GeneralName.read(description)));
      description.expectEnd();
    } while (!sequence.atEnd());
    return List.copyOf(all);
  }
}
