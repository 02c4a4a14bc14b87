package cn.trustregistry.pki.gm;

import cn.trustregistry.pki.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one CA puts the holder's code, the most telling place first. All places are read, so that a
 * certificate that contradicts itself is found out.
 */
public record SubjectIdMapping(List<SubjectIdPlace> places) {
  /**
   * The places known from Chinese CAs: their private extensions, then organizationIdentifier,
   * serialNumber, OU and CN.
   */
  public static final SubjectIdMapping COMMON =
      new SubjectIdMapping(
          List.of(
              new SubjectIdPlace.InExtension("1.2.156.10260.4.1.4"),
              new SubjectIdPlace.InExtension("1.2.86.11.7.4"),
              new SubjectIdPlace.InExtension("1.2.156.1.8888.148"),
              new SubjectIdPlace.InExtension("1.2.156.112578.1"),
              new SubjectIdPlace.InSubject("2.5.4.97"),
              new SubjectIdPlace.InSubject("2.5.4.5"),
              new SubjectIdPlace.InSubject("2.5.4.11"),
              new SubjectIdPlace.InSubject("2.5.4.3")));

  public SubjectIdMapping {
    places = List.copyOf(places);
  }

  /** Reads the holder's code. */
  public SubjectId read(Certificate certificate) {
    List<SubjectId.Found> found = new ArrayList<>(1);
    SubjectId.BadCheckCharacter bad = null;
    for (SubjectIdPlace place : places) {
      for (String text : place.texts(certificate)) {
        for (String word : words(text)) {
          UnifiedSocialCreditCode code = UnifiedSocialCreditCode.parse(word);
          if (code != null) {
            found.add(new SubjectId.Found(code, place));
          } else if (bad == null && UnifiedSocialCreditCode.hasForm(word)) {
            bad = new SubjectId.BadCheckCharacter(word, place);
          }
        }
      }
    }
    return outcome(found, bad);
  }

  private static SubjectId outcome(
      List<SubjectId.Found> found, SubjectId.@Nullable BadCheckCharacter bad) {
    if (found.isEmpty()) {
      return bad == null ? new SubjectId.Absent() : bad;
    }
    boolean agreed = found.stream().map(SubjectId.Found::code).distinct().count() == 1;
    return agreed ? found.get(0) : new SubjectId.Conflicting(List.copyOf(found));
  }

  /** The runs of ASCII letters and digits in a text, in capitals. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(1);
    String capitals = text.toUpperCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= capitals.length(); i++) {
      if (i == capitals.length() || !isAlphanumeric(capitals.charAt(i))) {
        if (i > start) {
          words.add(capitals.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }
}
