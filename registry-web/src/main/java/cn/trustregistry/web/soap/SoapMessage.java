package cn.trustregistry.web.soap;

import javax.xml.namespace.QName;

/**
 * What the gate knows of a message that it let {@link XmlGuard} look over.
 *
 * @param operation the one element of its body
 */
record SoapMessage(SoapVersion version, QName operation) {
  /** How SOAPAction names the operation, in every contract of ours. */
  String action() {
    return action(operation);
  }

  static String action(QName operation) {
    return operation.getNamespaceURI() + ":" + operation.getLocalPart();
  }
}
