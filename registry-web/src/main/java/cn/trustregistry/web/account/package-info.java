/**
 * Who sits before the console: log-in, session, and the one gate that asks what a role may open.
 *
 * <p>Promise: no page of the console opens without a session that still holds and a role that may
 * open it; an action gets the name of its actor only by saying what it is for. Refuses: to keep
 * anything of a password, and to follow an address outside the console.
 */
@NullMarked
package cn.trustregistry.web.account;

import org.jspecify.annotations.NullMarked;
