package cn.trustregistry.pki;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * An X.501 distinguished name that is equal to another when RFC 5280 section 7.1 says so: attribute
 * by attribute, strings prepared as in RFC 4518 whatever their ASN.1 string type, other values
 * octet by octet.
 */
public final class DistinguishedName {
  /** One attribute; {@code text} is null if the value is not a character string. */
  public record Attribute(String type, @Nullable String text, String key) {}

  /** One relative distinguished name; two of them match when their keys are equal. */
  public record Relative(List<Attribute> attributes, String key) {}

  private final byte[] der;
  private final List<Relative> relatives;
  private final String key;
  private @Nullable String text;

  private DistinguishedName(byte[] der, List<Relative> relatives) {
    this.der = der;
    this.relatives = relatives;
    StringBuilder joined = new StringBuilder();
    for (Relative relative : relatives) {
      joined.append(relative.key()).append('\u0001');
    }
    this.key = joined.toString();
  }

  /**
   * @throws MalformedObjectException if {@code der} is not exactly one Name in DER
   */
  public static DistinguishedName parse(byte[] der) throws MalformedObjectException {
    DerReader reader = DerReader.over(der, "Name");
    DistinguishedName name = read(reader, "Name");
    reader.expectEnd();
    return name;
  }

  /** Reads the Name that comes next. */
  public static DistinguishedName read(DerReader reader, String what)
      throws MalformedObjectException {
    return decode(reader.element(what), what);
  }

  private static DistinguishedName decode(byte[] der, String what) throws MalformedObjectException {
    DerReader sequence = DerReader.over(der, what).sequence(what);
    List<Relative> relatives = new ArrayList<>(8);
    while (!sequence.atEnd()) {
      relatives.add(relative(sequence.enter(DerReader.SET, what)));
    }
    return new DistinguishedName(der, List.copyOf(relatives));
  }

  /** Reads the attributes of the one RDN that {@code set} stands in. */
  private static Relative relative(DerReader set) throws MalformedObjectException {
    List<Attribute> attributes = new ArrayList<>(1);
    while (!set.atEnd()) {
      DerReader pair = set.sequence("AttributeTypeAndValue");
      attributes.add(AttributeValue.read(pair.oid("AttributeType"), pair));
      pair.expectEnd();
    }
    if (attributes.isEmpty()) {
      throw set.malformed("is a relative distinguished name without attributes");
    }
    if (attributes.size() == 1) {
      return new Relative(List.copyOf(attributes), attributes.get(0).key());
    }
    List<String> keys = new ArrayList<>();
    attributes.forEach(attribute -> keys.add(attribute.key()));
    Collections.sort(keys);
    return new Relative(List.copyOf(attributes), String.join("\u0000", keys));
  }

  /**
   * This name with one more RDN, as a distribution point name relative to its issuer asks for (RFC
   * 5280 4.2.1.13).
   *
   * @param set the content octets of the RelativeDistinguishedName
   */
  public DistinguishedName with(byte[] set) throws MalformedObjectException {
    byte[] content = DerReader.over(der, "Name").content(DerReader.SEQUENCE, "Name");
    byte[] relative = DerWriter.element(DerReader.SET, set);
    return decode(DerWriter.element(DerReader.SEQUENCE, content, relative), "Name");
  }

  /** The encoding this name was read from. */
  public byte[] der() {
    return der.clone();
  }

  /** The relative names, most general first. */
  public List<Relative> relatives() {
    return relatives;
  }

  /** The prepared form: equal exactly when the names are. */
  public String key() {
    return key;
  }

  public boolean isEmpty() {
    return relatives.isEmpty();
  }

  /** Whether this name lies in the subtree below {@code base} or is its root (RFC 5280 7.1). */
  public boolean isWithin(DistinguishedName base) {
    return key.startsWith(base.key);
  }

  /** All character-string values of the attributes of one type, in the order of the name. */
  public List<String> values(String type) {
    List<String> values = new ArrayList<>();
    for (Relative relative : relatives) {
      for (Attribute attribute : relative.attributes()) {
        if (attribute.type().equals(type) && attribute.text() != null) {
          values.add(attribute.text());
        }
      }
    }
    return values;
  }

  /**
   * The name as Bouncy Castle has it.
   *
   * @throws IllegalArgumentException if that takes exception to a value that is no character string
   */
  public X500Name toX500Name() {
    return X500Name.getInstance(BCStyle.INSTANCE, der);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinguishedName that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** The name for people, in the order it is encoded, as in {@code C=CN,O=广西CA,CN=Root}. */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = NameText.of(relatives);
      text = known;
    }
    return known;
  }
}
