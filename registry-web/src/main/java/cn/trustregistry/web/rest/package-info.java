/**
 * The REST door for CA companies.
 *
 * <p>Promise: translates, calls one room, renders; every refusal is an RFC 9457 problem that names
 * the field. Refuses: to decide anything itself.
 */
@NullMarked
package cn.trustregistry.web.rest;

import org.jspecify.annotations.NullMarked;
