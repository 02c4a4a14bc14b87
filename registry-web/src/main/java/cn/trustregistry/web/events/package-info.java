/**
 * The REST door for a tenant's events and the addresses they are delivered to.
 *
 * <p>Promise: translates, calls the room, renders. Refuses: to show a webhook's key again.
 */
@NullMarked
package cn.trustregistry.web.events;

import org.jspecify.annotations.NullMarked;
