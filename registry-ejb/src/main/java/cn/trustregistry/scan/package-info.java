/**
 * Scan-to-sign (扫码签章): a trading centre asks for a signature, the app of a CA company gives it.
 *
 * <p>Promise: a session ends once and with one reason; what counts as signed was verified here, the
 * signature over the hash and the certificate by a verdict with its record. Refuses: to see the
 * document, to hold a key, and a second claim.
 */
@NullMarked
package cn.trustregistry.scan;

import org.jspecify.annotations.NullMarked;
