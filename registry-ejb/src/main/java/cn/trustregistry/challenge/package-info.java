/**
 * Log-in by possession of a key: octets that are to be signed.
 *
 * <p>Promise: a challenge is answered once, at the centre it was issued to and before it expires,
 * whatever node is asked and whoever restarts. Refuses: to let a failed answer be tried again.
 */
@NullMarked
package cn.trustregistry.challenge;

import org.jspecify.annotations.NullMarked;
