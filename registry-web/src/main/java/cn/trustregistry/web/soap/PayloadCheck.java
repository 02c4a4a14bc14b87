package cn.trustregistry.web.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.validation.XMLValidationProblem;
import org.jspecify.annotations.Nullable;

/**
 * Holds the payload of one message against its contract's schema while it is read. Only the first
 * flaw is kept: what follows is mostly its consequence.
 */
final class PayloadCheck {
  private static final Pattern NAMED =
      Pattern.compile("(?:tag name|element|attribute) \"([^\"]+)\"");
  private static final int BODY = 2;
  private static final int MAX_DETAIL = 400;

  private final ContractSchema schema;
  private final XMLStreamReader2 reader;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inBody;
  private @Nullable MessageRefused flaw;

  PayloadCheck(ContractSchema schema, XMLStreamReader2 reader) {
    this.schema = schema;
    this.reader = reader;
    reader.setValidationProblemHandler(this::report);
  }

  /**
   * @param depth of the element that starts; 1 for the root
   */
  void start(int depth) throws XMLStreamException {
    String name = reader.getLocalName();
    open.push(name);
    if (depth == BODY && name.equals("Body")) {
      inBody = true;
      reader.validateAgainst(schema);
    }
  }

  /**
   * @param depth of the element that ends
   */
  void end(int depth) throws XMLStreamException {
    open.pop();
    if (inBody && depth == BODY + 1) {
      reader.stopValidatingAgainst(schema);
    }
  }

  /** What is wrong with the payload, or null. */
  @Nullable MessageRefused flaw() {
    return flaw;
  }

  private void report(XMLValidationProblem problem) {
    if (flaw == null) {
      String detail = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
      Matcher named = NAMED.matcher(detail);
      String field = named.find() ? named.group(1) : open.getFirst();
      String cut = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) + "…" : detail;
      flaw = new MessageRefused("SCHEMA", field, field + ": " + cut);
    }
  }
}
