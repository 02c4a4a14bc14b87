package cn.trustregistry.web.soap;

import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * What the gate knows of a message that it let {@link XmlGuard} look over.
 *
 * @param operation the one element of its body
 * @param items how many things the operation asks for: the elements {@code item} in it, or 1
 * @param secured whether there is a WS-Security header
 * @param token the one UsernameToken in it, or null
 * @param flaw what its contract's schema finds wrong with it, or null
 */
record SoapMessage(
    SoapVersion version,
    QName operation,
    int items,
    boolean secured,
    @Nullable UsernameToken token,
    @Nullable MessageRefused flaw) {
  /** How SOAPAction names the operation, in every contract of ours. */
  String action() {
    return operation.getNamespaceURI() + ":" + operation.getLocalPart();
  }
}
