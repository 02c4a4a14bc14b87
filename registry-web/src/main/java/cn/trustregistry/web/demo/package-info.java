/**
 * Pages of the demonstration.
 *
 * <p>Promise: they are there in demonstration mode only. Refuses: to touch anything but the
 * demonstration's own keys.
 */
@NullMarked
package cn.trustregistry.web.demo;

import org.jspecify.annotations.NullMarked;
