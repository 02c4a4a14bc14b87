/**
 * Short texts to people: by mail, by a configured SMS gateway, or in demonstration mode into a
 * file.
 *
 * <p>Promise: what was put on its way is sent or given up when it is no use any more; recipient and
 * text are sealed meanwhile and in no log. Refuses: a channel that nobody configured.
 */
@NullMarked
package cn.trustregistry.message;

import org.jspecify.annotations.NullMarked;
