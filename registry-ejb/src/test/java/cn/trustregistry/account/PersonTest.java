package cn.trustregistry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonTest {
  @Test
  void operator_of_a_company_acts_for_that_company_only() {
    Person operator = person(Role.CA_OPERATOR, "gxca");
    assertThat(operator.actingForCompany(Permission.CREDENTIALS, "gxca")).isEqualTo("somebody");
    assertThatThrownBy(() -> operator.actingForCompany(Permission.CREDENTIALS, "other"))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> operator.actingForCentre(Permission.SEE, "gxca"))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> operator.acting(Permission.SEE)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> operator.actingForCompany(Permission.OPERATE, "gxca"))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void operator_of_a_centre_acts_for_that_centre_only() {
    Person operator = person(Role.CENTRE_OPERATOR, "450100");
    assertThat(operator.mayForCentre(Permission.CREDENTIALS, "450100")).isTrue();
    assertThat(operator.mayForCentre(Permission.CREDENTIALS, "450200")).isFalse();
    assertThat(operator.mayForCompany(Permission.SEE, "450100")).isFalse();
  }

  @Test
  void auditor_reads_everything_and_changes_nothing() {
    Person auditor = person(Role.AUDITOR, null);
    for (Permission permission : Permission.values()) {
      boolean reads =
          EnumSet.of(Permission.SEE, Permission.RULES, Permission.AUDIT, Permission.SELF)
              .contains(permission);
      assertThat(auditor.may(permission)).as(permission.name()).isEqualTo(reads);
      assertThat(auditor.mayForCompany(permission, "gxca")).isEqualTo(reads);
    }
  }

  @Test
  void second_approver_approves_and_proposes_nothing() {
    Person approver = person(Role.SECOND_APPROVER, null);
    assertThat(approver.may(Permission.APPROVE)).isTrue();
    assertThat(approver.may(Permission.PROPOSE)).isFalse();
    assertThat(approver.may(Permission.PEOPLE)).isFalse();
  }

  private static Person person(Role role, @Nullable String owner) {
    return new Person(
        "somebody", "Somebody", role, owner, Person.State.ACTIVE, true, null, null, null);
  }
}
