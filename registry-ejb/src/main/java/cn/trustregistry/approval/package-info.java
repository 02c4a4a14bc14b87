/**
 * Dual control: what waits for approval, and the two approvals it takes.
 *
 * <p>Promise: a change takes effect when two different people approved it, and each sees before
 * what it does. Refuses: to know what the changes are about.
 */
@NullMarked
package cn.trustregistry.approval;

import org.jspecify.annotations.NullMarked;
