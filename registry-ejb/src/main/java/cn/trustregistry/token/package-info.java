/**
 * Access tokens for CA companies' clients: issuing, signing keys, and checking.
 *
 * <p>Promise: a token is checked for signature, issuer, audience and time against named keys, and
 * gives no more than its client may do at that moment. Refuses: unsigned tokens, algorithms other
 * than those named here, and an assertion that was used before.
 */
@NullMarked
package cn.trustregistry.token;

import org.jspecify.annotations.NullMarked;
