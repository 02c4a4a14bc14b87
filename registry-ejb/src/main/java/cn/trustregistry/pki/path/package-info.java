/**
 * Certification paths: finding them and judging them (RFC 4158, RFC 5280 section 6.1).
 *
 * <p>Promise: VALID only when one path from the certificate to an admitted anchor has passed every
 * check there is; otherwise every failed check of the best path, in the same order each time. Work
 * is bounded by a budget, and running out of it is a reason of its own. Refuses: to fetch
 * certificates or revocation data, and to remember verdicts.
 */
@NullMarked
package cn.trustregistry.pki.path;

import org.jspecify.annotations.NullMarked;
