/**
 * The registry as its operators and users meet it: the real distribution, started as a process, and
 * the real WAR on a managed Payara Micro, both on a real MariaDB.
 *
 * <p>Servers cost fifteen seconds each, so they are shared: all classes in the room {@code
 * container} use one deployment. This room refuses to replace any part of the registry by a
 * stand-in.
 */
@NullMarked
package cn.trustregistry.it;

import org.jspecify.annotations.NullMarked;
