/**
 * Open projects whose bids may not be decrypted: their certificates were replaced, revoked, put on
 * hold, or end.
 *
 * <p>Promise: told to the centre of the project and to the company of the certificate, and to
 * nobody else. Refuses: to judge; a verdict says how a bid stands.
 */
@NullMarked
package cn.trustregistry.endangered;

import org.jspecify.annotations.NullMarked;
