/**
 * The OCSP responder for everybody (RFC 6960 appendix A, RFC 5019), and the companies' delegated
 * responders over REST.
 *
 * <p>Promise: whatever comes in, what goes out of the responder is an OCSPResponse. Refuses: a
 * login; one address may only ask so often.
 */
@NullMarked
package cn.trustregistry.web.ocsp;

import org.jspecify.annotations.NullMarked;
