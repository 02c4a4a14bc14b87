/**
 * The description of the REST interface, for people and for generators.
 *
 * <p>Promise: every operation has an example and an id that does not change. Refuses: to load
 * anything from elsewhere.
 */
@NullMarked
package cn.trustregistry.web.openapi;

import org.jspecify.annotations.NullMarked;
