package cn.trustregistry.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.outbound.CheckedAddresses.NotPublic;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "100::1"
      })
  void special_address_is_not_public(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2400:3200::1",
        "2001:4860:4860::8888",
        "2002:808:808::1"
      })
  void address_of_the_internet_is_public(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void name_that_leads_to_this_machine_is_refused_unless_configured() throws Exception {
    assertThatThrownBy(() -> new CheckedAddresses(Set.of()).resolve("127.0.0.1"))
        .isInstanceOf(NotPublic.class);
    assertThat(new CheckedAddresses(Set.of("127.0.0.1")).resolve("127.0.0.1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "file:///etc/passwd",
        "//a.example/",
        "http:///x",
        "http://u@a.example/",
        "http://a.example/#x",
        "jar:http://a.example/!/",
        "http://a b/",
        ""
      })
  void anything_but_a_plain_web_address_is_refused(String url) {
    assertThatThrownBy(() -> AllowedHosts.parse(url))
        .isInstanceOfSatisfying(
            OutboundRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(OutboundRefused.Reason.URL));
  }
}
