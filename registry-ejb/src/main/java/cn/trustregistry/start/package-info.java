/**
 * What happens when the application starts, in order.
 *
 * <p>Promise: no door answers before the rooms behind it are ready, or says why they are not.
 * Refuses: to do anything later.
 */
@NullMarked
package cn.trustregistry.start;

import org.jspecify.annotations.NullMarked;
