package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecentCertificatesTest {
  private final TestPki.Authority root = TestPki.root("C=CN,O=Root", TestKey.Kind.P256);
  private final Certificate one = root.issue("CN=One").certificate();
  private final Certificate other = root.issue("CN=Other").certificate();

  @Test
  void same_encoding_is_the_same_certificate() throws MalformedObjectException {
    RecentCertificates recent = new RecentCertificates(16);
    Certificate first = recent.parse(one.der());
    assertThat(first).isEqualTo(one);
    assertThat(recent.parse(one.der())).isSameAs(first);
  }

  @Test
  void certificates_that_share_a_place_are_never_confused() throws MalformedObjectException {
    RecentCertificates recent = new RecentCertificates(1);
    for (int i = 0; i < 3; i++) {
      assertThat(recent.parse(one.der())).isEqualTo(one);
      assertThat(recent.parse(other.der())).isEqualTo(other);
    }
  }

  @Test
  void changed_octet_is_another_certificate_though_it_ends_alike() throws MalformedObjectException {
    RecentCertificates recent = new RecentCertificates(1);
    recent.parse(one.der());
    byte[] changed = one.der();
    int serial = indexOf(changed, one.serial().toByteArray());
    changed[serial + 1] ^= 1;
    assertThat(recent.parse(changed).sha256()).isNotEqualTo(one.sha256());
  }

  @Test
  void what_is_malformed_is_refused_each_time() {
    RecentCertificates recent = new RecentCertificates(1);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> recent.parse(new byte[] {0x30, 0x00}))
          .isInstanceOf(MalformedObjectException.class);
      assertThatThrownBy(() -> recent.parse(new byte[0]))
          .isInstanceOf(MalformedObjectException.class);
    }
  }

  @Test
  void changing_the_octets_afterwards_changes_nothing() throws MalformedObjectException {
    RecentCertificates recent = new RecentCertificates(1);
    byte[] der = one.der();
    recent.parse(der);
    der[10] ^= 1;
    assertThat(recent.parse(one.der())).isEqualTo(one);
  }

  @Test
  void number_of_places_is_a_power_of_two() {
    assertThatThrownBy(() -> new RecentCertificates(12))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i <= whole.length - part.length; i++) {
      if (java.util.Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
