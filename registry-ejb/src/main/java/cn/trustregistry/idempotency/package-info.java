/**
 * Requests that may be repeated without being done twice.
 *
 * <p>Promise: within 24 hours a repeated request gets the answer that the first one got, also after
 * a restart. Refuses: another request under the same key, and the same one while it still runs.
 */
@NullMarked
package cn.trustregistry.idempotency;

import org.jspecify.annotations.NullMarked;
