/**
 * What happened to a tenant, told in order: the outbox, and its delivery to registered addresses.
 *
 * <p>Promise: an event is written in the transaction of what it tells of and delivered at least
 * once, signed, in order. Refuses: to deliver to a host that no admin allowed.
 */
@NullMarked
package cn.trustregistry.events;

import org.jspecify.annotations.NullMarked;
