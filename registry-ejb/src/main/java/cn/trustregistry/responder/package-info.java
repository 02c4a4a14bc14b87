/**
 * The registry as an OCSP responder (RFC 6960, RFC 5019, RFC 9654) over the same engine that gives
 * verdicts.
 *
 * <p>Promise: an answer is decided from the trust snapshot of its moment and is never {@code good}
 * without fresh evidence on every certificate of the path; an answer that is kept is forgotten when
 * the snapshot changes. Refuses: to fetch evidence, and to answer for certificates that no company
 * published.
 *
 * <p>What is said of a certificate:
 *
 * <ul>
 *   <li>{@code good}: it was published, and there is fresh evidence that neither it nor a CA above
 *       it is revoked.
 *   <li>{@code revoked}: a list, a notice or an OCSP response says so, with its time and reason; on
 *       hold is the reason certificateHold. Also when it was never published but a list of its
 *       issuer names it, and when a CA above it is revoked (RFC 6960 2.7).
 *   <li>{@code unknown}: its issuer is none of the admitted ones, or nobody published it: that it
 *       exists cannot be said.
 *   <li>Where evidence is stale or missing there is nothing to say: {@code tryLater} (RFC 6960
 *       2.3), since newer evidence is expected. Only if the request asks about other certificates
 *       as well, and something can be said of those, is it {@code unknown} beside them.
 * </ul>
 */
@NullMarked
package cn.trustregistry.responder;

import org.jspecify.annotations.NullMarked;
