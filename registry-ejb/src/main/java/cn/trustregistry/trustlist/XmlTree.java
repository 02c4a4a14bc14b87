package cn.trustregistry.trustlist;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An element of one namespace under construction. */
record XmlTree(Element element, String namespace, String prefix) {
  static Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has a DOM", e);
    }
  }

  static XmlTree root(Document document, String namespace, String prefix, String name) {
    Element element = document.createElementNS(namespace, prefix + name);
    String declared =
        prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
    element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, declared, namespace);
    return new XmlTree(element, namespace, prefix);
  }

  XmlTree child(String name) {
    Element child = element.getOwnerDocument().createElementNS(namespace, prefix + name);
    element.appendChild(child);
    return new XmlTree(child, namespace, prefix);
  }

  /** Adds a child with a text. */
  XmlTree text(String name, Object text) {
    child(name).element.setTextContent(text.toString());
    return this;
  }

  /** Adds a child with a text in a language. */
  XmlTree text(String name, String language, String text) {
    XmlTree child = child(name);
    child.element.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", language);
    child.element.setTextContent(text);
    return this;
  }

  XmlTree attribute(String name, String value) {
    element.setAttribute(name, value);
    return this;
  }
}
