package cn.trustregistry.web.xkms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads messages: no document type declaration, nothing from outside, bounded depth and size. */
final class XkmsXml {
  static final String XKMS = "http://www.w3.org/2002/03/xkms#";
  static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  private XkmsXml() {}

  /** The root element of a message. */
  static Element parse(byte[] message) throws XkmsRefused {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute(LIMITS + "maxElementDepth", "32");
      factory.setAttribute(LIMITS + "elementAttributeLimit", "64");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(message)).getDocumentElement();
    } catch (SAXException e) {
      throw new XkmsRefused(
          XkmsRefused.Minor.FAILURE,
          "The message is not well-formed XML within the limits, or has a document type.");
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform parses XML from memory", e);
    }
  }

  /** The child elements of this name. */
  static List<Element> children(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>(2);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && name.equals(element.getLocalName())
          && namespace.equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    return found;
  }

  static Optional<Element> child(Element parent, String namespace, String name) {
    return children(parent, namespace, name).stream().findFirst();
  }

  /** The first child element of any name. */
  static Optional<Element> first(Element parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }
}
