/**
 * How much a tenant may ask of the REST doors, and a trading centre of the SOAP services.
 *
 * <p>Promise: one tenant's load does not take the registry from the others, and every answer says
 * how much is left (draft-ietf-httpapi-ratelimit-headers). Refuses: to store counts; they are of
 * one node and begin anew with it.
 */
@NullMarked
package cn.trustregistry.web.limits;

import org.jspecify.annotations.NullMarked;
