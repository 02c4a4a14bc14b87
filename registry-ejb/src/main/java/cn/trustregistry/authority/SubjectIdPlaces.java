package cn.trustregistry.authority;

import static java.util.stream.Collectors.joining;

import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.gm.SubjectIdPlace;
import java.util.Arrays;

/**
 * A mapping as text: places in order, {@code ext:OID} or {@code subject:OID}, with blanks between.
 */
final class SubjectIdPlaces {
  private static final String EXTENSION = "ext:";
  private static final String SUBJECT = "subject:";

  private SubjectIdPlaces() {}

  static String write(SubjectIdMapping mapping) {
    return mapping.places().stream().map(SubjectIdPlaces::write).collect(joining(" "));
  }

  private static String write(SubjectIdPlace place) {
    if (place instanceof SubjectIdPlace.InExtension extension) {
      return EXTENSION + extension.oid();
    }
    return SUBJECT + ((SubjectIdPlace.InSubject) place).oid();
  }

  static SubjectIdMapping read(String text) {
    return new SubjectIdMapping(
        Arrays.stream(text.split(" "))
            .filter(t -> !t.isEmpty())
            .map(SubjectIdPlaces::place)
            .toList());
  }

  private static SubjectIdPlace place(String text) {
    if (text.startsWith(EXTENSION)) {
      return new SubjectIdPlace.InExtension(text.substring(EXTENSION.length()));
    }
    if (text.startsWith(SUBJECT)) {
      return new SubjectIdPlace.InSubject(text.substring(SUBJECT.length()));
    }
    throw new IllegalArgumentException("not a place of a subject id: " + text);
  }
}
