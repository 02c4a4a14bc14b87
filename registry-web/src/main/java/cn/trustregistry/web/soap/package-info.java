/**
 * The SOAP door for trading centres.
 *
 * <p>Promise: a typed fault for every bad request, and only answers whose record is durable.
 * Refuses: DTDs, external entities and bodies over 1 MiB, before Metro sees them.
 */
@NullMarked
package cn.trustregistry.web.soap;

import org.jspecify.annotations.NullMarked;
