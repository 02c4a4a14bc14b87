package cn.trustregistry.validation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SofCodeTest {
  @Test
  void valid_is_one() {
    assertThat(SofCode.of(Verdict.VALID, List.of())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ISSUER_UNKNOWN, -1",
    "SIGNATURE_INVALID, -1",
    "EXPIRED, -2",
    "CERTIFICATE_REVOKED, -3",
    "CERTIFICATE_ON_HOLD, -4",
    "NOT_YET_VALID, -5",
    "CRL_STALE, -6",
    "NOT_RECOGNISED, -6",
    "EXPIRED CERTIFICATE_REVOKED, -3",
    "CERTIFICATE_REVOKED ISSUER_UNKNOWN, -1",
    "CRL_DROPS_EXPIRED EXPIRED, -2"
  })
  void gravest_reason_gives_the_code(String codes, int expected) {
    List<Reason> reasons = Stream.of(codes.split(" ")).<Reason>map(Named::new).toList();
    assertThat(SofCode.of(Verdict.INVALID, reasons)).isEqualTo(expected);
  }

  private record Named(String code) implements Reason {
    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public String standard() {
      return "";
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of();
    }
  }
}
