package cn.trustregistry.pki;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The extensions of a certificate (RFC 5280 4.2). Those the engine knows are decoded once, when the
 * certificate is read; one that is there twice or does not follow its ASN.1 makes the whole
 * certificate malformed.
 */
public final class Extensions {
  public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
  public static final String KEY_USAGE = "2.5.29.15";
  public static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  public static final String BASIC_CONSTRAINTS = "2.5.29.19";
  public static final String NAME_CONSTRAINTS = "2.5.29.30";
  public static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
  public static final String CERTIFICATE_POLICIES = "2.5.29.32";
  public static final String POLICY_MAPPINGS = "2.5.29.33";
  public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  public static final String POLICY_CONSTRAINTS = "2.5.29.36";
  public static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  public static final String FRESHEST_CRL = "2.5.29.46";
  public static final String INHIBIT_ANY_POLICY = "2.5.29.54";
  public static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

  /**
   * RFC 5280 4.2.1.9.
   *
   * @param pathLength the most intermediate certificates that may follow, or null for no limit
   */
  public record BasicConstraints(boolean ca, @Nullable Integer pathLength) {}

  /** RFC 5280 4.2.1.1; each part may be absent. */
  public record AuthorityKeyIdentifier(
      @Nullable Octets keyIdentifier, List<GeneralName> issuer, @Nullable BigInteger serial) {}

  /** RFC 5280 4.2.1.5; both are dotted object identifiers. */
  public record PolicyMapping(String issuerDomain, String subjectDomain) {}

  /**
   * RFC 5280 4.2.1.11: how many certificates may follow before the constraint takes hold; null for
   * never.
   */
  public record PolicyConstraints(
      @Nullable Integer requireExplicitPolicy, @Nullable Integer inhibitPolicyMapping) {}

  /** RFC 5280 4.2.1.10: the roots of the subtrees; at least one of the lists is not empty. */
  public record NameConstraints(List<GeneralName> permitted, List<GeneralName> excluded) {}

  /** RFC 5280 4.2.2.1. */
  public record AccessDescription(String method, GeneralName location) {}

  static final Extensions NONE = new Extensions();

  private final Map<String, Octets> values = new HashMap<>();
  private List<String> critical = List.of();
  private @Nullable BasicConstraints basicConstraints;
  private @Nullable Set<KeyUsage> keyUsage;
  private @Nullable Set<String> extendedKeyUsage;
  private @Nullable Octets subjectKeyIdentifier;
  private @Nullable AuthorityKeyIdentifier authorityKeyIdentifier;
  private @Nullable List<String> policies;
  private List<PolicyMapping> policyMappings = List.of();
  private @Nullable PolicyConstraints policyConstraints;
  private @Nullable Integer inhibitAnyPolicy;
  private @Nullable NameConstraints nameConstraints;
  private List<GeneralName> subjectAlternativeNames = List.of();
  private List<DistributionPoint> crlDistributionPoints = List.of();
  private List<DistributionPoint> freshestCrl = List.of();
  private List<AccessDescription> authorityInformationAccess = List.of();

  private Extensions() {}

  /** Reads the content of Extensions. */
  static Extensions read(DerReader reader, DistinguishedName issuer)
      throws MalformedObjectException {
    Extensions extensions = new Extensions();
    Set<String> criticals = new TreeSet<>();
    do {
      DerReader extension = reader.sequence("Extension");
      String oid = extension.oid("Extension.extnID");
      boolean critical =
          extension.nextIs(DerReader.BOOLEAN) && extension.bool("Extension.critical");
      byte[] value = extension.content(DerReader.OCTET_STRING, "Extension.extnValue");
      extension.expectEnd();
      if (extensions.values.put(oid, Octets.owning(value)) != null) {
        throw extension.malformed("has the extension " + oid + " twice");
      }
      if (critical) {
        criticals.add(oid);
      }
      extensions.decode(oid, DerReader.over(value, "extension " + oid), issuer);
    } while (!reader.atEnd());
    extensions.critical = List.copyOf(criticals);
    return extensions;
  }

  private void decode(String oid, DerReader value, DistinguishedName issuer)
      throws MalformedObjectException {
    switch (oid) {
      case BASIC_CONSTRAINTS -> basicConstraints = ExtensionValues.basicConstraints(value);
      case KEY_USAGE -> keyUsage = KeyUsage.read(value);
      case EXTENDED_KEY_USAGE -> extendedKeyUsage = ExtensionValues.keyPurposes(value);
      case SUBJECT_KEY_IDENTIFIER ->
          subjectKeyIdentifier =
              Octets.owning(value.content(DerReader.OCTET_STRING, "KeyIdentifier"));
      case AUTHORITY_KEY_IDENTIFIER ->
          authorityKeyIdentifier = ExtensionValues.authorityKeyIdentifier(value);
      case CERTIFICATE_POLICIES -> policies = ExtensionValues.policies(value);
      case POLICY_MAPPINGS -> policyMappings = ExtensionValues.policyMappings(value);
      case POLICY_CONSTRAINTS -> policyConstraints = ExtensionValues.policyConstraints(value);
      case INHIBIT_ANY_POLICY -> inhibitAnyPolicy = value.count(DerReader.INTEGER, "SkipCerts");
      case NAME_CONSTRAINTS -> nameConstraints = ExtensionValues.nameConstraints(value);
      case SUBJECT_ALTERNATIVE_NAME ->
          subjectAlternativeNames = GeneralName.readAll(value.sequence("SubjectAltName"));
      case CRL_DISTRIBUTION_POINTS ->
          crlDistributionPoints = DistributionPoint.readAll(value, issuer);
      case FRESHEST_CRL -> freshestCrl = DistributionPoint.readAll(value, issuer);
      case AUTHORITY_INFORMATION_ACCESS ->
          authorityInformationAccess = ExtensionValues.accessDescriptions(value);
      default -> {
        return;
      }
    }
    value.expectEnd();
  }

  /** Dotted identifiers of the critical extensions, sorted. */
  public List<String> critical() {
    return critical;
  }

  /**
   * The content of extnValue of any extension, known to the engine or not; null if it is not there.
   */
  public @Nullable Octets value(String oid) {
    return values.get(oid);
  }

  /**
   * The value of an extension that is nothing but a character string, as CAs' private extensions
   * are: as an ASN.1 string, the same in an OCTET STRING, or bare UTF-8.
   *
   * @return null if it is not there or is none of these
   */
  public @Nullable String text(String oid) {
    Octets value = values.get(oid);
    return value == null ? null : AttributeValue.text(value.toArray());
  }

  public @Nullable BasicConstraints basicConstraints() {
    return basicConstraints;
  }

  /** Whether the certificate says of itself that it belongs to a CA. */
  public boolean isCa() {
    return basicConstraints != null && basicConstraints.ca();
  }

  /** The usages the key is limited to, or null if the certificate does not limit them. */
  public @Nullable Set<KeyUsage> keyUsage() {
    return keyUsage;
  }

  /** Whether the key usage extension allows this use; true if there is no such extension. */
  public boolean allows(KeyUsage usage) {
    return keyUsage == null || keyUsage.contains(usage);
  }

  /**
   * Dotted identifiers of the purposes the key is limited to, or null if the certificate does not
   * limit them.
   */
  public @Nullable Set<String> extendedKeyUsage() {
    return extendedKeyUsage;
  }

  public @Nullable Octets subjectKeyIdentifier() {
    return subjectKeyIdentifier;
  }

  public @Nullable AuthorityKeyIdentifier authorityKeyIdentifier() {
    return authorityKeyIdentifier;
  }

  /**
   * Dotted identifiers of the certificate policies in their order, or null if there is no such
   * extension.
   */
  public @Nullable List<String> policies() {
    return policies;
  }

  public List<PolicyMapping> policyMappings() {
    return policyMappings;
  }

  public @Nullable PolicyConstraints policyConstraints() {
    return policyConstraints;
  }

  public @Nullable Integer inhibitAnyPolicy() {
    return inhibitAnyPolicy;
  }

  public @Nullable NameConstraints nameConstraints() {
    return nameConstraints;
  }

  /** The subject alternative names; empty if there is no such extension. */
  public List<GeneralName> subjectAlternativeNames() {
    return subjectAlternativeNames;
  }

  public List<DistributionPoint> crlDistributionPoints() {
    return crlDistributionPoints;
  }

  public List<DistributionPoint> freshestCrl() {
    return freshestCrl;
  }

  public List<AccessDescription> authorityInformationAccess() {
    return authorityInformationAccess;
  }
}
