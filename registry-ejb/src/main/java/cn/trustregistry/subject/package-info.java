/**
 * May a holder be entered in the subject register (主体库)?
 *
 * <p>Promise: every certificate it looks at gets a verdict with its own durable record, and so does
 * the whole. Refuses: to say yes where a required certificate is missing or cannot be proved.
 */
@NullMarked
package cn.trustregistry.subject;

import org.jspecify.annotations.NullMarked;
