/**
 * The pages behind the log-in, for those who run the registry and those who take part in it.
 *
 * <p>Promise: everybody sees their own and acts on their own; every action says which permission it
 * needs and is in the audit trail. Refuses: to decide what a room decides.
 */
@NullMarked
package cn.trustregistry.web.console;

import org.jspecify.annotations.NullMarked;
