package cn.trustregistry.pki.lint;

import static java.util.stream.Collectors.joining;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.gm.SubjectId;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import java.util.List;

/** The holder's unified social credit code (GB 32100). */
final class HolderCodeLints {
  private HolderCodeLints() {}

  static void examine(Certificate certificate, SubjectIdMapping places, List<Finding> found) {
    SubjectId id = places.read(certificate);
    if (id instanceof SubjectId.BadCheckCharacter bad) {
      found.add(
          Finding.error(
              "e_uscc_check_character",
              "GB 32100 4.3",
              "The unified social credit code " + bad.text() + " has a wrong check character."));
    } else if (id instanceof SubjectId.Conflicting conflicting) {
      found.add(
          Finding.error(
              "e_uscc_conflicting",
              "GB 32100 4",
              "The certificate carries different unified social credit codes: "
                  + conflicting.found().stream().map(f -> f.code().text()).collect(joining(", "))
                  + "."));
    }
  }
}
