package cn.trustregistry.pki;

import java.util.ArrayList;
import java.util.List;

/**
 * One name of the GeneralName choice (RFC 5280 4.2.1.6), decoded. Records are equal as DER is,
 * directory names as names are.
 */
public sealed interface GeneralName {
  /** rfc822Name; in a name constraint it may be a host or a domain with a leading dot. */
  record Email(String text) implements GeneralName {}

  record Dns(String text) implements GeneralName {}

  record Directory(DistinguishedName name) implements GeneralName {}

  record Uri(String text) implements GeneralName {}

  /** iPAddress: 4 or 16 octets, in a name constraint twice as many: address and mask. */
  record IpAddress(Octets octets) implements GeneralName {}

  /**
   * A form the engine knows nothing of.
   *
   * @param tag number of the choice: 0 otherName, 3 x400Address, 5 ediPartyName, 8 registeredID
   * @param der the whole element
   */
  record Other(int tag, Octets der) implements GeneralName {}

  /** Reads the GeneralName that comes next. */
  static GeneralName read(DerReader reader) throws MalformedObjectException {
    String what = "GeneralName";
    switch (reader.peek()) {
      case 0x81:
        return new Email(reader.ascii(0x81, what));
      case 0x82:
        return new Dns(reader.ascii(0x82, what));
      case 0xA4:
        DerReader explicit = reader.enter(0xA4, what);
        Directory directory = new Directory(DistinguishedName.read(explicit, what));
        explicit.expectEnd();
        return directory;
      case 0x86:
        return new Uri(reader.ascii(0x86, what));
      case 0x87:
        return new IpAddress(Octets.owning(reader.content(0x87, what)));
      case 0xA0, 0xA3, 0xA5, 0x88:
        int tag = reader.peek() & 0x1F;
        return new Other(tag, Octets.owning(reader.element(what)));
      default:
        throw reader.malformed("has an unknown form of name");
    }
  }

  /** Reads all names up to the end of {@code names}; GeneralNames has at least one. */
  static List<GeneralName> readAll(DerReader names) throws MalformedObjectException {
    List<GeneralName> all = new ArrayList<>(2);
    do {
      all.add(read(names));
    } while (!names.atEnd());
    return List.copyOf(all);
  }
}
