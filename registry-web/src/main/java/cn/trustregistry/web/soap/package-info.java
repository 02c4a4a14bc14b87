/**
 * The gate before all SOAP services, and what their endpoints share.
 *
 * <p>Promise: a typed fault for every bad message, in its own version of SOAP, and a proved caller
 * for every good one. Refuses: DTDs, external entities, bodies over 8 MiB, and credentials in any
 * place but the one they belong to, before Metro sees them.
 */
@NullMarked
package cn.trustregistry.web.soap;

import org.jspecify.annotations.NullMarked;
