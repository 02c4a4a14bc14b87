/**
 * Lints: what a certificate alone shows to be wrong with it, by RFC 5280, GB/T 20518 and the
 * standards they name.
 *
 * <p>Promise: pure, the same certificate gives the same findings in the same order; a lint that
 * zlint has bears zlint's name. Refuses: to judge a signature, a time or another certificate.
 */
@NullMarked
package cn.trustregistry.pki.lint;

import org.jspecify.annotations.NullMarked;
