package cn.trustregistry.web.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a list shows of a subject; the whole name stands on the certificate's page. Escapes stay, so
 * that what cannot be seen cannot lead astray.
 *
 * @param name the common name, or the whole subject where it has none
 * @param organisation empty where it is the same or there is none
 */
public record ShortName(String name, String organisation) {
  private static final Pattern PART = Pattern.compile("(?:^|[,+])(CN|O)=((?:[^,+\\\\]|\\\\.)*)");

  static ShortName of(String subject) {
    String name = "";
    String organisation = "";
    Matcher part = PART.matcher(subject);
    while (part.find()) {
      if (part.group(1).equals("CN")) {
        name = part.group(2);
      } else {
        organisation = part.group(2);
      }
    }
    return name.isEmpty()
        ? new ShortName(subject, "")
        : new ShortName(name, organisation.equals(name) ? "" : organisation);
  }
}
