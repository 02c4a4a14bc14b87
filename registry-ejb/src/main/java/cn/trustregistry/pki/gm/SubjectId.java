package cn.trustregistry.pki.gm;

import java.util.List;

/** What a certificate says of its holder's code. */
public sealed interface SubjectId {
  /**
   * One code, and nothing against it.
   *
   * @param place the first place it stands in
   */
  record Found(UnifiedSocialCreditCode code, SubjectIdPlace place) implements SubjectId {}

  /** None of the places holds anything that looks like a code. */
  record Absent() implements SubjectId {}

  /**
   * Something looks like a code, but its check character is wrong, and there is none that is right.
   */
  record BadCheckCharacter(String text, SubjectIdPlace place) implements SubjectId {}

  /** Different codes stand in the certificate, all of them right in themselves. */
  record Conflicting(List<Found> found) implements SubjectId {}
}
