package cn.trustregistry.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TwoApprovalsTest {
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");

  @Test
  void second_approval_of_another_person_completes_it() {
    TwoApprovals approvals = TwoApprovals.proposed("one", AT);
    assertThat(approvals.approve("one", AT)).isFalse();
    assertThat(approvals.count()).isEqualTo(1);
    assertThat(approvals.approve("other", AT)).isTrue();
    assertThat(approvals.count()).isEqualTo(2);
  }

  @Test
  void nobody_approves_twice() {
    TwoApprovals approvals = TwoApprovals.proposed("one", AT);
    approvals.approve("other", AT);
    assertThatThrownBy(() -> approvals.approve("other", AT)).isInstanceOf(ApprovalRefused.class);
    assertThat(approvals.count()).isEqualTo(1);
  }
}
