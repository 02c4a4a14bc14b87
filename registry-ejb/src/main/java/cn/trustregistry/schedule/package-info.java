/**
 * What the registry does without being asked, and how often.
 *
 * <p>Promise: one list of it all; a failure is logged and the next turn comes. Refuses: to decide
 * anything.
 */
@NullMarked
package cn.trustregistry.schedule;

import org.jspecify.annotations.NullMarked;
