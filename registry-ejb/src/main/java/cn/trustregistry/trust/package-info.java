/**
 * The trust snapshot: all that a verdict is decided from, in memory.
 *
 * <p>Promise: immutable, swapped atomically; an acknowledged change is in it. Refuses: to answer
 * before it was loaded.
 */
@NullMarked
package cn.trustregistry.trust;

import org.jspecify.annotations.NullMarked;
