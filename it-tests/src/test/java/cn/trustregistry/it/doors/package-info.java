/**
 * The standard doors under clients that were not written here: openssl, curl, xmlsec1, Apache CXF.
 *
 * <p>A package of its own: the container gets the classes of {@code it.container}, and not the
 * libraries of those clients.
 */
@NullMarked
package cn.trustregistry.it.doors;

import org.jspecify.annotations.NullMarked;
