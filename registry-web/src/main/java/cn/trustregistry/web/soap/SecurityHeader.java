package cn.trustregistry.web.soap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The WS-Security header of a message as it is read: one header, a child of the envelope's one
 * Header, with one UsernameToken in it and perhaps a Timestamp.
 *
 * <p>What is elsewhere, twice, or of another kind is refused rather than passed over, and so are
 * identifiers that occur twice: the ways of XML signature wrapping (McIntosh and Austel, 2005). XML
 * signatures are refused as well, since one that nobody verifies would only look like protection.
 */
final class SecurityHeader {
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final Set<String> IDS = Set.of("id", "Id", "ID", "AssertionID");
  private static final String MISPLACED = "SECURITY_HEADER_MISPLACED";

  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> parts = new HashMap<>();
  private @Nullable StringBuilder text;
  private String part = "";
  private @Nullable String passwordType;
  private boolean seen;
  private boolean inside;
  private boolean tokenSeen;
  private boolean inToken;

  /**
   * @param depth of the element that starts; 3 for a child of the envelope's Header
   * @param inHeader whether it is within that Header
   */
  void start(int depth, boolean inHeader, XMLStreamReader reader) throws MessageRefused {
    refuseRepeatedIds(reader);
    String namespace = reader.getNamespaceURI();
    String name = reader.getLocalName();
    if (DSIG.equals(namespace) || XENC.equals(namespace)) {
      throw new MessageRefused("XML_SIGNATURE_REFUSED", name);
    }
    if (WSSE.equals(namespace) && name.equals("Security")) {
      enter(depth == 3 && inHeader, reader);
    } else if (WSSE.equals(namespace) && name.equals("UsernameToken")) {
      if (depth != 4 || !inside || tokenSeen) {
        throw new MessageRefused(MISPLACED, name);
      }
      tokenSeen = true;
      inToken = true;
    } else if (inToken && depth == 5) {
      enterPart(namespace, name, reader);
    } else if (inside) {
      requireTimestamp(depth, namespace, name);
    } else if (WSSE.equals(namespace)) {
      throw new MessageRefused(MISPLACED, name);
    }
  }

  private void enter(boolean inPlace, XMLStreamReader reader) throws MessageRefused {
    boolean forAnother = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i);
      forAnother |= attribute.equals("actor") || attribute.equals("role");
    }
    if (!inPlace || seen || forAnother) {
      throw new MessageRefused(MISPLACED, "Security");
    }
    seen = true;
    inside = true;
  }

  private void enterPart(@Nullable String namespace, String name, XMLStreamReader reader)
      throws MessageRefused {
    boolean known =
        WSSE.equals(namespace)
            ? Set.of("Username", "Password", "Nonce").contains(name)
            : WSU.equals(namespace) && name.equals("Created");
    if (!known || parts.containsKey(name)) {
      throw new MessageRefused("SECURITY_TOKEN_REFUSED", name);
    }
    if (name.equals("Password")) {
      passwordType = reader.getAttributeValue(null, "Type");
    }
    part = name;
    text = new StringBuilder();
  }

  private void requireTimestamp(int depth, @Nullable String namespace, String name)
      throws MessageRefused {
    boolean timestamp = !inToken && WSU.equals(namespace);
    boolean known =
        depth == 4
            ? name.equals("Timestamp")
            : depth == 5 && Set.of("Created", "Expires").contains(name);
    if (!timestamp || !known) {
      throw new MessageRefused("SECURITY_TOKEN_REFUSED", name);
    }
  }

  private void refuseRepeatedIds(XMLStreamReader reader) throws MessageRefused {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (IDS.contains(reader.getAttributeLocalName(i)) && !ids.add(reader.getAttributeValue(i))) {
        throw new MessageRefused("REPEATED_ID", reader.getLocalName(), reader.getAttributeValue(i));
      }
    }
  }

  void characters(XMLStreamReader reader) {
    if (text != null) {
      text.append(reader.getText());
    }
  }

  /**
   * @param depth of the element that ends
   */
  void end(int depth) {
    if (text != null && depth == 5) {
      parts.put(part, text.toString().strip());
      text = null;
    } else if (depth == 4) {
      inToken = false;
    } else if (depth == 3) {
      inside = false;
    }
  }

  /** Whether there is a security header, with a token or without. */
  boolean isThere() {
    return seen;
  }

  /** Null if there is none. */
  @Nullable UsernameToken token() throws MessageRefused {
    if (!tokenSeen) {
      return null;
    }
    String username = parts.get("Username");
    String password = parts.get("Password");
    if (username == null || password == null) {
      throw new MessageRefused("SECURITY_TOKEN_REFUSED", "UsernameToken");
    }
    return new UsernameToken(
        username, password, passwordType, parts.get("Nonce"), parts.get("Created"));
  }
}
