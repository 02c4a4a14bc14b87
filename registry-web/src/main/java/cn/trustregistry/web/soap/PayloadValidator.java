package cn.trustregistry.web.soap;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationProblem;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;
import org.jspecify.annotations.Nullable;

/**
 * The grammar's validator, but for base 64: that is looked at here, since the grammar takes any
 * characters for it and handles long text one by one.
 */
final class PayloadValidator extends XMLValidator {
  private final ContractSchema schema;
  private final XMLValidator grammar;
  private final ValidationContext context;
  private String element = "";
  private @Nullable Base64Text octets;

  PayloadValidator(ContractSchema schema, XMLValidator grammar, ValidationContext context) {
    this.schema = schema;
    this.grammar = grammar;
    this.context = context;
  }

  @Override
  public void validateElementStart(String localName, String uri, String prefix)
      throws XMLStreamException {
    grammar.validateElementStart(localName, uri, prefix);
    element = localName;
    octets = schema.octets().contains(localName) ? new Base64Text() : null;
  }

  @Override
  public void validateText(char[] buffer, int start, int end, boolean last)
      throws XMLStreamException {
    if (octets != null) {
      octets.append(buffer, start, end);
    }
    if (octets == null || schema.limited().contains(element)) {
      grammar.validateText(buffer, start, end, last);
    } else {
      grammar.validateText("", last);
    }
  }

  @Override
  public void validateText(String text, boolean last) throws XMLStreamException {
    validateText(text.toCharArray(), 0, text.length(), last);
  }

  @Override
  public int validateElementEnd(String localName, String uri, String prefix)
      throws XMLStreamException {
    if (octets != null && !octets.isWhole()) {
      context.reportProblem(
          new XMLValidationProblem(
              context.getValidationLocation(),
              "element \"" + localName + "\" is not base 64 (RFC 4648 section 4)",
              XMLValidationProblem.SEVERITY_ERROR));
    }
    octets = null;
    return grammar.validateElementEnd(localName, uri, prefix);
  }

  @Override
  public XMLValidationSchema getSchema() {
    return schema;
  }

  @Override
  public @Nullable String validateAttribute(
      String localName, String uri, String prefix, char[] value, int start, int end)
      throws XMLStreamException {
    return validateAttribute(localName, uri, prefix, new String(value, start, end - start));
  }

  @Override
  public @Nullable String validateAttribute(
      String localName, String uri, String prefix, String value) throws XMLStreamException {
    return grammar.validateAttribute(localName, uri, prefix, value);
  }

  @Override
  public int validateElementAndAttributes() throws XMLStreamException {
    return grammar.validateElementAndAttributes();
  }

  @Override
  public void validationCompleted(boolean eod) throws XMLStreamException {
    grammar.validationCompleted(eod);
  }

  @Override
  public @Nullable String getAttributeType(int index) {
    return grammar.getAttributeType(index);
  }

  @Override
  public int getIdAttrIndex() {
    return grammar.getIdAttrIndex();
  }

  @Override
  public int getNotationAttrIndex() {
    return grammar.getNotationAttrIndex();
  }
}
