package cn.trustregistry.web.soap;

import com.sun.xml.ws.developer.ValidationErrorHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/** Collects what the schema finds wrong, so that the endpoint can answer with a typed fault. */
public class SchemaErrors extends ValidationErrorHandler {
  /** Message context property that holds a list of messages; absent if nothing is wrong. */
  static final String PROPERTY = SchemaErrors.class.getName();

  private static final int MAX_MESSAGES = 8;
  private static final Pattern ELEMENT =
      Pattern.compile("element '(?:\\{\"[^\"]*\":|\\{[^}]*\\}:?|[\\w.-]+:)?([A-Za-z]+)\\}?'");

  @Override
  public void warning(SAXParseException exception) {
    // A warning does not make a message wrong.
  }

  @Override
  public void error(SAXParseException exception) {
    @SuppressWarnings("unchecked")
    List<String> messages =
        (List<String>)
            packet.invocationProperties.computeIfAbsent(PROPERTY, k -> new ArrayList<>());
    if (messages.size() < MAX_MESSAGES) {
      messages.add(String.valueOf(exception.getMessage()));
    }
  }

  @Override
  public void fatalError(SAXParseException exception) {
    error(exception);
  }

  /** The element that the messages are about, or null if they name none. */
  static @Nullable String field(List<String> messages) {
    for (String message : messages) {
      Matcher matcher = ELEMENT.matcher(message);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
