/**
 * The door for access tokens: the token endpoint (RFC 6749, RFC 7523), the keys (RFC 7517) and the
 * description of both (RFC 8414).
 *
 * <p>Promise: answers as those RFCs say, errors included. Refuses: every grant but client
 * credentials, and to be cached.
 */
@NullMarked
package cn.trustregistry.web.oauth;

import org.jspecify.annotations.NullMarked;
