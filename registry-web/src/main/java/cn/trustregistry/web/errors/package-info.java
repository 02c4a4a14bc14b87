/**
 * What a reader sees when a page cannot be shown.
 *
 * <p>Promise: words a reader understands, a way on, and for a fault of ours a number that is in the
 * log. Refuses: to show a stack trace, or a page to a client that did not ask for one.
 */
@NullMarked
package cn.trustregistry.web.errors;

import org.jspecify.annotations.NullMarked;
