package cn.trustregistry.pki.signature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.MalformedObjectException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BerShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "020100", // primitive
        "0500", // without contents
        "30053003020100", // constructed in constructed
        "30060201000201FF", // two beside each other
        "30800201000000", // of indefinite length
        "30803080050000000201000000", // one in another, each ended
        "3009308002010000000500", // indefinite within definite, and more behind it
        "3F8101020500", // a tag in more octets
        "1F81828384050100", // a tag in as many octets as are read
        "04810100", // a length in the long form
        "0482000100" // with a zero in front, which BER allows
      })
  void whole_encodings_pass(String hex) {
    assertThatCode(() -> check(hex)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ends too early",
    "02, ends too early",
    "0281, ends too early",
    "1F81, ends too early",
    "3080, ends too early",
    "30800500, ends too early",
    "3080050000, ends too early",
    "02010000, has octets behind its end",
    "30800500000000, has octets behind its end",
    "04800000, has a primitive element of indefinite length",
    "020200, has an element longer than what holds it",
    "300304020000, has an element longer than what holds it",
    "300430800401000000, has an element longer than what holds it",
    "04810400, has an element longer than what holds it",
    "04810500, has an element longer than itself",
    "0484FFFFFFFF00, has an element longer than itself",
    "30060401000403000000, has an element longer than what holds it",
  })
  void broken_ones_are_refused_with_what_is_wrong(String hex, String why) {
    assertThatThrownBy(() -> check(hex))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining(why);
  }

  @Test
  void nesting_has_a_limit() {
    assertThatCode(() -> check("3080".repeat(48) + "0000".repeat(48))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("3080".repeat(49) + "0000".repeat(49)))
        .hasMessageContaining("nested deeper than 48");
  }

  private static void check(String hex) throws MalformedObjectException {
    BerShape.check(HexFormat.of().parseHex(hex));
  }
}
