package cn.trustregistry.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for approval.
 *
 * @param tenant the company concerned, or null
 * @param subject what it is about, in the words of who put it forward
 * @param effect what it will change
 */
public record PendingChange(
    DualControlled.Kind kind,
    String id,
    @Nullable String tenant,
    String subject,
    List<Difference> effect,
    TwoApprovals approvals) {}
