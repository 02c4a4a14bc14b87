package cn.trustregistry.web.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests in the address of a GET. */
class OcspPathTest {
  private static final byte[] OCTETS = {(byte) 0xFB, (byte) 0xFF, (byte) 0xFE, 1};

  @Test
  void escaped_and_plain_base64_are_read_alike() {
    assertThat(OcspPath.decode("/ocsp/+//+AQ==", "")).hasValue(OCTETS);
    assertThat(OcspPath.decode("/ocsp/%2B%2F%2f%2bAQ%3D%3D", "")).hasValue(OCTETS);
    assertThat(OcspPath.decode("/registry/ocsp/+//+AQ==", "/registry")).hasValue(OCTETS);
  }

  @Test
  void nonsense_is_no_request() {
    for (String path :
        new String[] {"/ocsp", "/ocsp/", "/ocsp/!", "/ocsp/%zz", "/ocsp/%2", "/x/y"}) {
      assertThat(OcspPath.decode(path, "")).as(path).isEmpty();
    }
    assertThat(OcspPath.decode("/ocsp/" + "A".repeat(1_200), "")).isEmpty();
  }
}
