/**
 * Connections that the registry makes on behalf of a tenant: pulling CRLs, delivering events.
 *
 * <p>Promise: http and https only, to hosts an admin allowed for that tenant, to the very address
 * that was checked, within limits of time and size. Refuses: redirects, and private, loopback,
 * link-local and other special addresses unless the operator configured them.
 */
@NullMarked
package cn.trustregistry.outbound;

import org.jspecify.annotations.NullMarked;
