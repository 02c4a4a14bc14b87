package cn.trustregistry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void password_fits_its_own_hash_only() {
    String hash = Passwords.hash("correct horse battery staple");
    assertThat(hash).startsWith("argon2id$").doesNotContain("horse");
    assertThat(Passwords.verify("correct horse battery staple", hash)).isTrue();
    assertThat(Passwords.verify("correct horse battery stapler", hash)).isFalse();
    assertThat(Passwords.verify("", hash)).isFalse();
  }

  @Test
  void same_password_has_another_hash_each_time() {
    assertThat(Passwords.hash("one")).isNotEqualTo(Passwords.hash("one"));
  }

  @Test
  void nobody_has_a_password_that_fits() {
    assertThat(Passwords.verify("nobody has this password", null)).isFalse();
  }

  @Test
  void short_long_and_self_named_passwords_are_refused() {
    assertThatThrownBy(() -> OwnAccount.checkNew("admin", "elevenchars"))
        .isInstanceOfSatisfying(
            AccountRefused.class,
            e -> assertThat(e.why()).isEqualTo(AccountRefused.Why.PASSWORD_SHORT));
    assertThatThrownBy(() -> OwnAccount.checkNew("admin", "x".repeat(129)))
        .isInstanceOfSatisfying(
            AccountRefused.class,
            e -> assertThat(e.why()).isEqualTo(AccountRefused.Why.PASSWORD_LONG));
    assertThatThrownBy(() -> OwnAccount.checkNew("admin", "my-ADMIN-password"))
        .isInstanceOfSatisfying(
            AccountRefused.class,
            e -> assertThat(e.why()).isEqualTo(AccountRefused.Why.PASSWORD_IS_NAME));
  }
}
